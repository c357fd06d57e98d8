import { z } from "zod";

/** What a caller may name a request by: printable ASCII. */
export const IdempotencyKey = z.string().regex(/^[\x20-\x7e]{1,255}$/, "idempotencyKeyOdd");

export const BeginRequestInput = z.strictObject({
  key: IdempotencyKey,
  /** SHA-256 of all that makes the request this one, in hex. */
  requestHash: z.string().length(64),
});
export type BeginRequestInput = z.input<typeof BeginRequestInput>;

/** Whoever does a request holds it for so long, and renews that while they live. */
export const HELD_MS = 10_000;
export const RENEWED_EVERY_MS = 3_000;
export const KEPT_MS = 24 * 60 * 60 * 1_000;

/** An answer as it went out the first time. */
export interface RememberedAnswer {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
}

/** How a request stands: `begun` is the caller's to do, `under_way` somebody else's. */
export type BegunRequest =
  | { state: "begun"; id: string }
  | { state: "answered"; answer: RememberedAnswer }
  | { state: "under_way" }
  | { state: "other_request" };
