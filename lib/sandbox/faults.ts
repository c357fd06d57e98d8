import { z } from "zod";

import { ENDPOINTS, type Endpoint } from "./endpoints";
import { MAX_WAIT_MS } from "./latency";

const Fault = z.discriminatedUnion("kind", [
  /** Error JSON under image/jpeg: what gets saved as 1.jpg (section 9). */
  z.strictObject({
    kind: z.literal("json_as_jpeg"),
    errcode: z.number().int().default(40001),
  }),
  /** Half the bytes, Content-Length of the half: only the picture itself shows the damage. */
  z.strictObject({ kind: z.literal("truncated_jpeg") }),
  /** Content-Length of the whole, half the bytes, then a reset. */
  z.strictObject({ kind: z.literal("truncated_body") }),
  z.strictObject({ kind: z.literal("html") }),
  z.strictObject({ kind: z.literal("http_500") }),
  z.strictObject({ kind: z.literal("empty") }),
  z.strictObject({ kind: z.literal("hang") }),
  z.strictObject({ kind: z.literal("reset") }),
  z.strictObject({ kind: z.literal("slow"), ms: z.number().int().min(0).max(MAX_WAIT_MS) }),
  z.strictObject({
    kind: z.literal("errcode"),
    errcode: z.number().int(),
    errmsg: z.string().optional(),
  }),
]);
export type Fault = z.infer<typeof Fault>;

export const FaultRuleInput = z
  .strictObject({
    endpoint: z.enum([...ENDPOINTS, "*"]),
    appid: z.string().optional(),
    /** A bare name stands for a fault without options. */
    fault: z.preprocess((value) => (typeof value === "string" ? { kind: value } : value), Fault),
    /** "before": the call is carried out and counted, then the fault hits. "after": the fault comes first and nothing is counted. */
    counted: z.enum(["before", "after"]).optional(),
    /** The first so many matching calls. */
    times: z.number().int().min(1).optional(),
    /** Every matching call with this chance. */
    probability: z.number().min(0).max(1).optional(),
    /** Only the nth matching call, from 1. */
    nth: z.number().int().min(1).optional(),
  })
  .refine(
    ({ times, probability, nth }) =>
      [times, probability, nth].filter((value) => value !== undefined).length <= 1,
    "give one of times, probability and nth, or none for every call",
  );
export type FaultRuleInput = Omit<z.input<typeof FaultRuleInput>, "fault"> & {
  fault: z.input<typeof Fault> | PlainFaultName;
};

type PlainFaultName = Exclude<Fault["kind"], "slow" | "errcode">;

export type FaultHit = { id: number; fault: Fault; counted: "before" | "after" };

export type FaultRule = FaultHit & {
  endpoint: Endpoint | "*";
  appid: string | null;
  times: number | null;
  probability: number | null;
  nth: number | null;
  seen: number;
  hits: number;
};

/** Losing the answer hurts most after the work was done; an error text usually comes instead of it. */
const COUNTED_BEFORE: readonly Fault["kind"][] = [
  "truncated_jpeg",
  "truncated_body",
  "hang",
  "reset",
  "slow",
];

const MAX_RULES = 1_000;

export class FaultRules {
  private rules: FaultRule[] = [];
  private nextId = 1;

  constructor(private readonly random: () => number) {}

  /** Throws a ZodError on bad input. Later rules stand behind earlier ones. */
  add(input: FaultRuleInput): FaultRule {
    const parsed = FaultRuleInput.parse(input);
    const isBefore = COUNTED_BEFORE.includes(parsed.fault.kind);
    const rule: FaultRule = {
      id: this.nextId,
      endpoint: parsed.endpoint,
      appid: parsed.appid ?? null,
      fault: parsed.fault,
      counted: parsed.counted ?? (isBefore ? "before" : "after"),
      times: parsed.times ?? null,
      probability: parsed.probability ?? null,
      nth: parsed.nth ?? null,
      seen: 0,
      hits: 0,
    };
    this.nextId += 1;
    this.rules = [...this.rules, rule].slice(-MAX_RULES);
    return rule;
  }

  list(): readonly FaultRule[] {
    return this.rules;
  }

  remove(id: number): boolean {
    const before = this.rules.length;
    this.rules = this.rules.filter((rule) => rule.id !== id);
    return this.rules.length < before;
  }

  clear(): void {
    this.rules = [];
  }

  /** The fault for this call, of the first rule that fires. Spent rules go away. */
  take(endpoint: Endpoint, appid: string | null): FaultHit | null {
    for (const rule of this.rules) {
      if (rule.endpoint !== "*" && rule.endpoint !== endpoint) continue;
      if (rule.appid !== null && rule.appid !== appid) continue;
      rule.seen += 1;
      const fires = this.fires(rule);
      if (fires) rule.hits += 1;
      if (isSpent(rule)) this.remove(rule.id);
      if (fires) return rule;
    }
    return null;
  }

  private fires(rule: FaultRule): boolean {
    if (rule.nth !== null) return rule.seen === rule.nth;
    if (rule.probability !== null) return this.random() < rule.probability;
    return true;
  }
}

function isSpent(rule: FaultRule): boolean {
  if (rule.nth !== null) return rule.seen >= rule.nth;
  return rule.times !== null && rule.hits >= rule.times;
}
