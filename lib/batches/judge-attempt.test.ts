import { describe, expect, it } from "vitest";
import { judgeAttempt, Suspicion } from "@/lib/batches/judge-attempt";
import type { AttemptedCode } from "@/lib/batches/judge-attempt";
import { mayRetry } from "@/lib/batches/may-retry";

const code = (changes: Partial<AttemptedCode>): AttemptedCode => ({
  kind: "WXACODE_UNLIMITED",
  status: "refused",
  target: "pages/index/index",
  failureErrcode: null,
  failureWhy: null,
  failureMessage: null,
  failureRid: null,
  ...changes,
});
const errcode = (failureErrcode: number) => code({ failureErrcode, failureWhy: "api_error" });
const why = (failureWhy: string) => code({ failureWhy });

const addAll = (codes: AttemptedCode[]) => {
  const suspicion = new Suspicion();
  return codes.map((failed) => suspicion.add(failed));
};

const may = (failureErrcode: number | null, failureWhy: string, status = "refused" as const) =>
  mayRetry({ status, failureErrcode, failureWhy }, "WXACODE_UNLIMITED");

describe("the verdict on an attempt", () => {
  it.each([45029, 40125, 40164, 40013, 48001, 61003, 61007])("stops for %i", (number) => {
    expect(judgeAttempt(errcode(number))).toBe("stop");
  });

  it.each(["not_sent:paused", "not_sent:withdrawn", "not_sent:no_ticket", "not_sent:token_server"])(
    "stops for %s",
    (failureWhy) => expect(judgeAttempt(why(failureWhy))).toBe("stop"),
  );

  it("goes past what is wrong with one row", () => {
    for (const number of [40097, 40159, 85096]) expect(judgeAttempt(errcode(number))).toBe("goOn");
    expect(judgeAttempt(why("not_sent:invalid_request"))).toBe("goOn");
    expect(judgeAttempt(code({ status: "minted" }))).toBe("goOn");
  });

  it("waits for what is held, and blames the disk for the disk", () => {
    expect(judgeAttempt(code({ status: "queued", failureWhy: "not_sent:paused" }))).toBe("wait");
    expect(judgeAttempt(code({ status: "unknown", failureWhy: "unknown:storage" }))).toBe(
      "stopStorage",
    );
  });
});

describe("suspicion", () => {
  it("is enough after three of the same missing page, not of three different ones", () => {
    expect(addAll([errcode(41030), errcode(41030), errcode(41030)])).toEqual([false, false, true]);
    const pages = ["a", "b", "a"].map((target) => ({ ...errcode(41030), target }));
    expect(addAll(pages)).toEqual([false, false, false]);
  });

  it("is enough after three that never left and ten lost answers, unless one went well between", () => {
    expect(addAll(Array.from({ length: 3 }, () => why("not_sent:dns")))[2]).toBe(true);
    const lost = Array.from({ length: 10 }, () => ({
      ...why("unknown:timeout"),
      status: "unknown" as const,
    }));
    expect(addAll(lost).indexOf(true)).toBe(9);
    const suspicion = new Suspicion();
    expect(suspicion.add(why("not_sent:dns"))).toBe(false);
    expect(suspicion.add(why("not_sent:dns"))).toBe(false);
    suspicion.clear();
    expect(suspicion.add(why("not_sent:dns"))).toBe(false);
  });
});

describe("a second try", () => {
  it("is for what can end otherwise", () => {
    expect(may(45029, "api_error")).toBe(true);
    expect(may(41030, "api_error")).toBe(true);
    expect(may(null, "not_sent:dns")).toBe(true);
    expect(may(40097, "api_error")).toBe(false);
    expect(may(null, "not_sent:invalid_request")).toBe(false);
    const lost = {
      status: "unknown",
      failureErrcode: null,
      failureWhy: "unknown:timeout",
    } as const;
    expect(mayRetry(lost, "WXACODE")).toBe(true);
  });
});
