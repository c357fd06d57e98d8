import { z } from "zod";

/** WeChat's endpoints by the names the sandbox uses; a test holds this list against the sandbox's own. */
export const ENDPOINTS = [
  "token",
  "stable_token",
  "getwxacode",
  "getwxacodeunlimit",
  "createwxaqrcode",
  "quota_get",
  "clear_quota",
  "rid_get",
  "generatescheme",
  "queryscheme",
  "generate_urllink",
  "query_urllink",
  "genwxashortlink",
  "api_start_push_ticket",
  "api_component_token",
  "api_create_preauthcode",
  "api_query_auth",
  "api_authorizer_token",
  "api_get_authorizer_list",
] as const;

/** Those that answer with a picture. */
export const PICTURE_ENDPOINTS: readonly string[] = [
  "getwxacode",
  "getwxacodeunlimit",
  "createwxaqrcode",
];

export const EVERY_ENDPOINT = "*";
export const ANY_APPID = "any";

export const FAULT_KINDS = [
  "errcode",
  "hang",
  "slow",
  "reset",
  "http_500",
  "html",
  "empty",
  "json_as_jpeg",
  "truncated_jpeg",
  "truncated_body",
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export const REQUESTS_MAX = 200;
export const FAULTS_MAX = 1_000;
export const WAIT_MAX_MS = 600_000;
export const CALLS_MAX = 1_000_000;
export const LIFETIME_MAX = 100_000;
export const PAGES_MAX = 1_000;
/** Ten years: dates stay dates. */
export const OFFSET_MAX_MS = 10 * 365 * 86_400_000;
export const SIGMA_MAX = 5;

export const ListRequestsInput = z.object({
  endpoint: z.enum(ENDPOINTS).optional(),
  outcome: z.enum(["all", "fine", "errors"]).default("all"),
});
export type ListRequestsInput = z.input<typeof ListRequestsInput>;

/** A number of a form: emptied it is not a number, which matters only where the number is used. */
const Figure = z.union([z.number(), z.nan()]);

const isWhole = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;

/** A list of [path, whether it holds, reason] as issues of a form. */
function report(
  ctx: z.RefinementCtx,
  checks: readonly (readonly [path: string, holds: boolean, reason: string])[],
): void {
  for (const [path, holds, message] of checks) {
    if (!holds) ctx.addIssue({ code: "custom", path: [path], message });
  }
}

/** One rule as its form holds it; what the chosen fault and moment do not use is not looked at. */
export const AddFaultInput = z
  .object({
    endpoint: z.enum([...ENDPOINTS, EVERY_ENDPOINT]),
    appid: z.union([z.literal(ANY_APPID), z.string().regex(/^wx[0-9a-z]{1,40}$/)]),
    kind: z.enum(FAULT_KINDS),
    errcode: Figure,
    slowMs: Figure,
    when: z.enum(["first", "nth", "chance", "always"]),
    calls: Figure,
    percent: Figure,
    counted: z.enum(["usual", "before", "after"]),
  })
  .superRefine(({ kind, errcode, slowMs, when, calls, percent }, ctx) =>
    report(ctx, [
      [
        "errcode",
        !hasErrcode(kind) || (isWhole(errcode, -100_000, 9_999_999) && errcode !== 0),
        "sandboxErrcode",
      ],
      ["slowMs", kind !== "slow" || isWhole(slowMs, 1, WAIT_MAX_MS), "sandboxWait"],
      [
        "calls",
        (when !== "first" && when !== "nth") || isWhole(calls, 1, CALLS_MAX),
        "sandboxCalls",
      ],
      ["percent", when !== "chance" || isWhole(percent, 1, 100), "sandboxPercent"],
    ]),
  );
export type AddFaultInput = z.input<typeof AddFaultInput>;

export const hasErrcode = (kind: FaultKind): boolean =>
  kind === "errcode" || kind === "json_as_jpeg";

export const RemoveFaultInput = z.object({ id: z.number().int().min(1) });
export type RemoveFaultInput = z.input<typeof RemoveFaultInput>;

const linesOf = (text: string) => text.split("\n").flatMap((line) => line.trim() || []);

/** Counters and pages of one account as its form holds them: a page per line, the first is the home page. */
export const SetAccountInput = z
  .object({
    appid: z.string().regex(/^wx[0-9a-z]{1,40}$/),
    used: Figure,
    limit: Figure,
    publishedPages: z.string().max(300_000, { error: "sandboxPages" }),
  })
  .superRefine(({ used, limit, publishedPages }, ctx) => {
    const pages = linesOf(publishedPages);
    const isLimit = isWhole(limit, 0, LIFETIME_MAX);
    report(ctx, [
      ["limit", isLimit, "sandboxLimit"],
      ["used", isWhole(used, 0, LIFETIME_MAX), "sandboxUsed"],
      ["used", !isLimit || Number.isNaN(used) || used <= limit, "sandboxUsedOverLimit"],
      ["publishedPages", pages.length <= PAGES_MAX, "sandboxPages"],
      ["publishedPages", pages.every((page) => /^[^/?\s][^?\s]*$/.test(page)), "sandboxPageShape"],
    ]);
  })
  .transform(({ publishedPages, ...rest }) => ({
    ...rest,
    publishedPages: [...new Set(linesOf(publishedPages))],
  }));
export type SetAccountInput = z.input<typeof SetAccountInput>;

export const LATENCY_KINDS = ["none", "fixed", "uniform", "lognormal"] as const;

const isWait = (value: number) => isWhole(value, 0, WAIT_MAX_MS);

/** How long the sandbox waits before it answers, as the form holds it. */
export const SetLatencyInput = z
  .object({
    endpoint: z.enum([...ENDPOINTS, EVERY_ENDPOINT]),
    kind: z.enum(LATENCY_KINDS),
    ms: Figure,
    minMs: Figure,
    maxMs: Figure,
    medianMs: Figure,
    sigma: Figure,
  })
  .superRefine(({ kind, ms, minMs, maxMs, medianMs, sigma }, ctx) => {
    const [isFixed, isUniform, isLog] = [
      kind === "fixed",
      kind === "uniform",
      kind === "lognormal",
    ];
    const least = isLog ? medianMs : minMs;
    report(ctx, [
      ["ms", !isFixed || isWait(ms), "sandboxWaitOrNone"],
      ["minMs", !isUniform || isWait(minMs), "sandboxWaitOrNone"],
      ["medianMs", !isLog || isWhole(medianMs, 1, WAIT_MAX_MS), "sandboxWait"],
      ["sigma", !isLog || (sigma >= 0 && sigma <= SIGMA_MAX), "sandboxSigma"],
      ["maxMs", (!isUniform && !isLog) || isWait(maxMs), "sandboxWaitOrNone"],
      ["maxMs", (!isUniform && !isLog) || !(maxMs < least), "sandboxMaxBelowMin"],
    ]);
  });
export type SetLatencyInput = z.input<typeof SetLatencyInput>;

export const RemoveLatencyInput = z.object({ endpoint: z.string().min(1).max(64) });
export type RemoveLatencyInput = z.input<typeof RemoveLatencyInput>;

/** What the sources leave open, and the ways the sandbox can take it; the first is its best guess. */
export const SWITCHES = {
  numUsed: ["A", "A+C", "off"],
  lookCounts: [true, false],
  hyalineContentType: ["image/jpeg", "image/png"],
  minuteLimitErrcode: [45009, 45011],
  rateWindows: ["fixed", "sliding"],
  getOnC: [44002, 43002],
  whiteStaysBlack: [true, false],
  uncheckedPagesErrcode: [45029, 41030, 0],
  rotatingRefreshTokens: [true, false],
  pushCdata: [true, false],
} as const;
export type SwitchName = keyof typeof SWITCHES;
export const SWITCH_NAMES = Object.keys(SWITCHES) as SwitchName[];

export const SetSwitchInput = z
  .object({
    name: z.enum(SWITCH_NAMES),
    value: z.union([z.string(), z.number(), z.boolean()]),
  })
  .refine(({ name, value }) => (SWITCHES[name] as readonly unknown[]).includes(value), {
    error: "sandboxSwitch",
    path: ["value"],
  });
export type SetSwitchInput = z.input<typeof SetSwitchInput>;

/** Where the clock shall stand, against ours. Not “how much further”: a second click changes nothing. */
export const SetClockInput = z.object({
  offsetMs: z
    .number()
    .int()
    .min(-OFFSET_MAX_MS, { error: "sandboxClock" })
    .max(OFFSET_MAX_MS, { error: "sandboxClock" }),
});
export type SetClockInput = z.input<typeof SetClockInput>;
