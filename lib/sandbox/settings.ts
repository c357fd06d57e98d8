import { z } from "zod";

import { ENDPOINTS } from "./endpoints";
import { Latency, MAX_WAIT_MS } from "./latency";

/** Switches for what the sources leave open (section 11); the defaults are the best guesses. */
export const Settings = z.strictObject({
  /** Delay of every call before its work is done, in milliseconds. */
  latencyMs: z.number().int().min(0).max(MAX_WAIT_MS),
  /**
   * Delay after the work and before the answer, drawn anew for every call: by endpoint, "*" for those
   * without an entry of their own. A patch replaces all entries.
   */
  latency: z.partialRecord(z.enum([...ENDPOINTS, "*"]), Latency),
  /** Where Num-Used is sent (section 2.2, section 11 row 10). */
  numUsed: z.enum(["A", "A+C", "off"]),
  /** Whether width, colours, transparency and env_version belong to the counting identity (row 8). */
  lookCounts: z.boolean(),
  /** Header of a PNG answer (row 2). */
  hyalineContentType: z.enum(["image/jpeg", "image/png"]),
  /** B over its minute limit (row 3). */
  minuteLimitErrcode: z.union([z.literal(45009), z.literal(45011)]),
  /** What a second's or minute's limit counts over: the clock's, or whatever lies behind a call. */
  rateWindows: z.enum(["fixed", "sliding"]),
  /** For measurements: A and B drawn once per look, with what they carry in a comment only. */
  drawing: z.enum(["each", "once"]),
  /** GET on C: one report of 44002 (section 4), where A and B give 43002. */
  getOnC: z.union([z.literal(44002), z.literal(43002)]),
  /** line_color 255,255,255 is drawn black (section 2.4). */
  whiteStaysBlack: z.boolean(),
  /** B beyond 60,000 distinct pages with check_path=false (row 6); 0 lets it through. */
  uncheckedPagesErrcode: z.union([z.literal(45029), z.literal(41030), z.literal(0)]),
  /** Whether api_authorizer_token replaces the refresh token, so that only the last one works (section 5). */
  rotatingRefreshTokens: z.boolean(),
  /** Whether the texts of a push stand in CDATA (section 5 shows them without). */
  pushCdata: z.boolean(),
});
export type Settings = z.infer<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = {
  latencyMs: 0,
  latency: {},
  numUsed: "A",
  lookCounts: true,
  hyalineContentType: "image/jpeg",
  minuteLimitErrcode: 45009,
  rateWindows: "fixed",
  drawing: "each",
  getOnC: 44002,
  whiteStaysBlack: true,
  uncheckedPagesErrcode: 45029,
  rotatingRefreshTokens: true,
  pushCdata: true,
};
