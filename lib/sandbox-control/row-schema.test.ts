import { expect, it } from "vitest";
import { isError, outcomeOf } from "./row-schema";
import type { RequestRow } from "./row-schema";

const CALL: RequestRow = {
  seq: 1,
  at: "2026-11-21T00:00:00.000Z",
  endpoint: "getwxacode",
  method: "POST",
  appid: null,
  errcode: 0,
  wasCounted: true,
  fault: null,
  body: "",
};

it("says how a call ended, as its caller saw it", () => {
  const cases: [Partial<RequestRow>, string, boolean][] = [
    [{}, "picture", false],
    [{ endpoint: "stable_token" }, "ok", false],
    [{ errcode: 45009 }, "refused", true],
    [{ fault: "slow" }, "picture", false],
    [{ fault: "truncated_jpeg" }, "broken", true],
    [{ fault: "truncated_body", errcode: null }, "broken", true],
    [{ fault: "hang", errcode: null }, "silent", true],
    [{ fault: "json_as_jpeg", errcode: 40001 }, "refused", true],
    [{ errcode: null }, "open", false],
  ];
  for (const [change, outcome, error] of cases) {
    expect(outcomeOf({ ...CALL, ...change }), JSON.stringify(change)).toBe(outcome);
    expect(isError({ ...CALL, ...change }), JSON.stringify(change)).toBe(error);
  }
});
