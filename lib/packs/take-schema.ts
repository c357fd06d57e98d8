import { z } from "zod";

/** So long a download that was begun may be carried on. */
export const TAKE_HOURS = 24;
export const TAKE_MS = TAKE_HOURS * 3_600_000;

export const OpenPackInput = z.strictObject({
  packId: z.uuid(),
  takeId: z.uuid(),
  /** Headers Range and If-Range. */
  range: z.string().max(500).nullable(),
  ifRange: z.string().max(500).nullable(),
});
export type OpenPackInput = z.input<typeof OpenPackInput>;

export const PeekPackInput = OpenPackInput.omit({ takeId: true });
export type PeekPackInput = z.input<typeof PeekPackInput>;
