import type { EndpointName } from "./endpoints";

/** What happened to the access token of one account. Holds neither token nor secret. */
export type TokenEvent =
  /** `isNew`: another token than the one held before. */
  | { kind: "fetched"; at: Date; expiresAt: Date; forced: boolean; isNew: boolean }
  | { kind: "failed"; at: Date; forced: boolean; error: Error }
  /**
   * 40001, 40014 or 42001. With `lifeLeftMs` above 0 the token should still have worked: somebody
   * else fetched a new one.
   */
  | {
      kind: "refused";
      at: Date;
      endpoint: EndpointName;
      errcode: number;
      message: string;
      lifeLeftMs: number;
    };

export type OnTokenEvent = (event: TokenEvent) => void;

/** Tells an event; what the listener throws is ignored, for a token matters more than its story. */
export function tellTokenEvent(onTokenEvent: OnTokenEvent | undefined, event: TokenEvent): void {
  try {
    onTokenEvent?.(event);
  } catch {
    // See above.
  }
}
