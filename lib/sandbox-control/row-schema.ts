import { z } from "zod";
import { PICTURE_ENDPOINTS } from "./schema";

/**
 * What the sandbox says of itself. Names of endpoints, faults and distributions are read as text:
 * a newer sandbox may know more of them, and the log must still open.
 */
export const RequestRow = z.object({
  seq: z.number(),
  /** ISO 8601, by the sandbox's own clock. */
  at: z.string(),
  endpoint: z.string(),
  method: z.string(),
  appid: z.string().nullable(),
  /** Null until answered; for ever null when no answer was sent. */
  errcode: z.number().nullable(),
  wasCounted: z.boolean(),
  fault: z.string().nullable(),
  body: z.unknown(),
});
export type RequestRow = z.infer<typeof RequestRow>;

export interface RequestList {
  /** Newest first. */
  rows: RequestRow[];
  /** How many of the last thousand calls fit, shown or not. */
  total: number;
}

/** How a call ended, as its caller saw it. */
export type Outcome = "picture" | "ok" | "refused" | "broken" | "silent" | "open";

export function outcomeOf({
  endpoint,
  errcode,
  fault,
}: Pick<RequestRow, "endpoint" | "errcode" | "fault">): Outcome {
  if (fault === "hang" || fault === "reset") return "silent";
  if (errcode === null) return fault === null || fault === "slow" ? "open" : "broken";
  if (errcode !== 0) return "refused";
  if (fault !== null && fault !== "slow") return "broken";
  return PICTURE_ENDPOINTS.includes(endpoint) ? "picture" : "ok";
}

export const isError = (row: RequestRow): boolean =>
  ["refused", "broken", "silent"].includes(outcomeOf(row));

export const FaultRow = z.object({
  id: z.number(),
  endpoint: z.string(),
  appid: z.string().nullable(),
  fault: z.object({
    kind: z.string(),
    errcode: z.number().optional(),
    ms: z.number().optional(),
  }),
  counted: z.enum(["before", "after"]),
  times: z.number().nullable(),
  probability: z.number().nullable(),
  nth: z.number().nullable(),
  seen: z.number(),
  hits: z.number(),
});
export type FaultRow = z.infer<typeof FaultRow>;

const Rate = z.object({ period: z.string(), limit: z.number(), used: z.number() });

/** Without the secret, which has no business in a browser. */
export const AccountRow = z.object({
  appid: z.string(),
  publishedPages: z.array(z.string()),
  limit: z.number(),
  used: z.number(),
  rates: z.record(z.string(), z.array(Rate)),
});
export type AccountRow = z.infer<typeof AccountRow>;

export const LatencyRow = z.object({
  kind: z.string(),
  ms: z.number().optional(),
  minMs: z.number().optional(),
  maxMs: z.number().optional(),
  medianMs: z.number().optional(),
  sigma: z.number().optional(),
});
export type LatencyRow = z.infer<typeof LatencyRow>;

const Choice = z.union([z.string(), z.number(), z.boolean()]);

export const SettingsRow = z
  .object({
    latencyMs: z.number().default(0),
    latency: z.record(z.string(), LatencyRow).default({}),
  })
  .catchall(z.unknown())
  .transform(({ latencyMs, latency, ...rest }) => ({
    /** Before the work of every call, besides `latency`, which comes after it. */
    latencyMs,
    latency,
    switches: Object.fromEntries(
      Object.entries(rest).flatMap(([name, value]) => {
        const choice = Choice.safeParse(value);
        return choice.success ? [[name, choice.data]] : [];
      }),
    ),
  }));
export type SettingsRow = z.infer<typeof SettingsRow>;

export const ClockRow = z.object({
  /** ISO 8601. */
  now: z.union([z.string(), z.number()]).transform((moment) => new Date(moment).toISOString()),
  offsetMs: z.number(),
});
export type ClockRow = z.infer<typeof ClockRow>;

export interface SandboxView {
  faults: FaultRow[];
  accounts: AccountRow[];
  settings: SettingsRow;
  clock: ClockRow;
}
