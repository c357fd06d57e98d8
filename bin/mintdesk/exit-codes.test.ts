import { describe, expect, it } from "vitest";
import { batchExit } from "./batches";
import { exitCodeOf } from "./exit-codes";
import { BrokenAnswer, Interrupted, Refusal, Unreachable, UsageError } from "./failures";

const refusal = (status: number, code: string) =>
  new Refusal({ status, code, detail: "…", requestId: "r" });

describe("exit codes", () => {
  it.each([
    [1, new Error("a bug")],
    [1, new BrokenAnswer("html")],
    [1, refusal(500, "unexpected")],
    [1, refusal(503, "storage_unavailable")],
    [2, new UsageError("--foo")],
    [3, refusal(401, "not_signed_in")],
    [3, refusal(403, "forbidden")],
    [3, refusal(422, "invalid_input")],
    [3, refusal(429, "throttled")],
    [3, refusal(422, "a_code_of_the_future")],
    [4, refusal(404, "not_found")],
    [5, refusal(409, "conflict")],
    [5, refusal(409, "quota_exhausted")],
    [5, refusal(412, "precondition_failed")],
    [6, refusal(502, "wechat_refused")],
    [6, refusal(502, "outcome_unknown")],
    [7, new Unreachable("nobody there")],
    [130, new Interrupted()],
  ])("%i: %s", (exitCode, error) => {
    expect(exitCodeOf(error)).toBe(exitCode);
  });

  const counts = { queued: 0, held: 0, sent: 0, minted: 3, refused: 0, unknown: 0 };
  const batch = {
    id: "b",
    name: "b",
    status: "done",
    rowCount: 3,
    counts: { ...counts, repeats: 0, bad: 0 },
  };

  it("say how a watched batch came out", () => {
    expect(batchExit(batch)).toBe(0);
    expect(batchExit({ ...batch, counts: { ...batch.counts, refused: 1 } })).toBe(6);
    expect(batchExit({ ...batch, status: "cancelled" })).toBe(5);
    expect(batchExit({ ...batch, status: "paused", pause: { why: "person" } })).toBe(5);
    expect(batchExit({ ...batch, status: "paused", pause: { why: "pilot" } })).toBe(0);
  });
});
