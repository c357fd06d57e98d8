import { describe, expect, it } from "vitest";
import {
  WechatApiError,
  type WechatError,
  WechatNotSentError,
  WechatPausedError,
  WechatUnknownOutcomeError,
} from "./errors";
import type { EndpointName } from "./endpoints";
import { backoffMs, repeatKindOf, RepeatPlan, RetryBudget } from "./retry";

const A = "getwxacode";
const B = "getwxacodeunlimit";
const C = "createwxaqrcode";

const unknown = (endpoint: EndpointName, why: "timeout" | "aborted" = "timeout") =>
  new WechatUnknownOutcomeError(endpoint, { why, detail: "", httpStatus: null, evidence: "" });
const refused = (endpoint: EndpointName, errcode: number) =>
  new WechatApiError(endpoint, errcode, "");
const pause = { scope: "all", reason: "next_minute", until: null, errcode: 45011 } as const;

describe("repeatKindOf", () => {
  it.each<[string, EndpointName, WechatError, string | null]>([
    ["a refused connection", A, new WechatNotSentError(A, "refused", ""), "not_sent"],
    ["no name for the token", A, new WechatNotSentError("stable_token", "dns", ""), "not_sent"],
    ["a link not sent", "generatescheme", new WechatNotSentError(A, "tls", ""), "not_sent"],
    ["no ticket", A, new WechatNotSentError(A, "no_ticket", ""), null],
    ["a withdrawn consent", A, new WechatNotSentError(A, "withdrawn", ""), null],
    ["a token server without a token", A, new WechatNotSentError(A, "token_server", ""), null],
    ["giving up", A, new WechatNotSentError(A, "aborted", ""), null],
    ["a pause", A, new WechatPausedError(A, pause), null],
    ["A unknown", A, unknown(A), "unknown_limited"],
    ["C unknown", C, unknown(C), "unknown_limited"],
    ["B unknown", B, unknown(B), "unknown_unlimited"],
    ["B given up after writing", B, unknown(B, "aborted"), null],
    ["B and -1", B, refused(B, -1), "unknown_unlimited"],
    ["A and -1000", A, refused(A, -1000), "unknown_limited"],
    ["a token unknown", B, unknown("stable_token"), null],
    ["a token and -1", A, refused("stable_token", -1), null],
    ["a scheme unknown", "generatescheme", unknown("generatescheme"), null],
    ["clearing unknown", "clear_quota", unknown("clear_quota"), null],
    ["a look-up unknown", "quota_get", unknown("quota_get"), null],
    ["40001", B, refused(B, 40001), null],
    ["45009", B, refused(B, 45009), null],
    ["45029", A, refused(A, 45029), null],
    ["41030", B, refused(B, 41030), null],
    ["an unlisted code", A, refused(A, 99999), null],
  ])("%s", (_what, endpoint, error, kind) => {
    expect(repeatKindOf(error, endpoint)).toBe(kind);
  });
});

describe("backoff", () => {
  it("is full jitter below a bound that doubles up to 5 s", () => {
    expect([0, 1, 2, 3, 20].map((repeats) => backoffMs(repeats, 0.999_999))).toEqual([
      249, 499, 999, 1999, 4999,
    ]);
    expect(backoffMs(3, 0)).toBe(0);
  });
});

describe("the retry budget", () => {
  it("gives one repeat per ten calls, and one to begin with", () => {
    const budget = new RetryBudget();
    let spent = 0;
    for (let call = 0; call < 1_000; call += 1) {
      budget.earn();
      if (budget.spend()) spent += 1;
    }
    expect(spent).toBe(101);
  });

  it("saves up ten at most", () => {
    const budget = new RetryBudget();
    for (let call = 0; call < 10_000; call += 1) budget.earn();
    expect(Array.from({ length: 12 }, () => budget.spend()).filter(Boolean)).toHaveLength(10);
  });
});

const repeats = (endpoint: EndpointName, error: WechatError, isOn: boolean) => {
  const budget = new RetryBudget();
  for (let call = 0; call < 100; call += 1) budget.earn();
  const plan = new RepeatPlan(endpoint, budget, isOn);
  let count = 0;
  while (plan.next(error, () => 0.5) !== null) count += 1;
  return count;
};

describe("a plan", () => {
  it("is bounded for every kind", () => {
    expect(repeats(A, new WechatNotSentError(A, "refused", ""), false)).toBe(3);
    expect(repeats(B, unknown(B), false)).toBe(2);
    expect(repeats(A, unknown(A), true)).toBe(1);
    expect(repeats(A, unknown(A), false)).toBe(0);
  });
});
