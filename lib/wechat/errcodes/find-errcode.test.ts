import { describe, expect, it } from "vitest";
import { ERRCODES, findErrcode } from "./find-errcode";

// By hand from docs/wechat-api.md, sections 3, 4 and 5.
const LISTED = [
  -1, -1000, 40001, 40002, 40013, 40014, 40066, 40097, 40125, 40129, 40159, 40164, 40165, 40169,
  40189, 40212, 40243, 41001, 41002, 41004, 41018, 41030, 42001, 43002, 43104, 44002, 44990, 44991,
  44993, 45009, 45011, 45029, 45063, 47001, 48001, 48004, 48006, 50002, 50004, 50007, 61003, 61004,
  61005, 61006, 61007, 61009, 61010, 61011, 61014, 61023, 61024, 76003, 76021, 76022, 85066, 85068,
  85069, 85070, 85071, 85072, 85073, 85074, 85075, 85076, 85079, 85096, 85400, 85401, 85402, 85403,
  85404, 85405, 85406, 85407, 85408, 89503, 89506, 89507,
];
const ALSO_LISTED_ELSEWHERE = [40225, 76001, 76002, 85088, 886000, 886001];

describe("the table of errcodes", () => {
  it("holds every code of the contract, and each once", () => {
    const codes = ERRCODES.map((row) => row.code);
    expect(codes.toSorted()).toEqual([...LISTED, ...ALSO_LISTED_ELSEWHERE].toSorted());
    expect(new Set(codes).size).toBe(codes.length);
  });

  it.each(ERRCODES.map((row) => [row.code, row] as const))("says all about %i", (_code, row) => {
    expect(row.meaning).not.toBe("");
    expect(row.source).toMatch(/^sections? \d/);
    for (const { zh, en } of [row, ...Object.values(row.byEndpoint ?? {})]) {
      expect(zh.cause).toMatch(/^.{5,}。$/);
      expect(zh.fix).toMatch(/^.{5,}。$/);
      expect(zh.cause + zh.fix).toMatch(/\p{Script=Han}{4}/u);
      expect(en.cause).toMatch(/^[A-Z].{10,}\.$/);
      expect(en.fix).toMatch(/^[A-Z].{10,}\.$/);
      expect(en.cause + en.fix).not.toMatch(/\p{Script=Han}/u);
      expect(zh.fix).not.toBe(zh.cause);
      expect(en.fix).not.toBe(en.cause);
    }
  });

  it("gives every code words of its own, except where WeChat gives none", () => {
    const texts = ERRCODES.map((row) => row.en.cause + row.en.fix);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe("findErrcode", () => {
  it("follows the retry classes of section 4", () => {
    for (const code of [40001, 40014, 42001]) {
      expect(findErrcode(code, "getwxacode").class).toBe("refresh_token");
    }
    for (const code of [45011, 44990, 44991]) expect(findErrcode(code).class).toBe("next_minute");
    for (const code of [-1, -1000]) expect(findErrcode(code).class).toBe("short_retry");
    expect(findErrcode(44993).class).toBe("next_day");
    expect(findErrcode(45029).class).toBe("stop_forever");
    for (const code of [41030, 40097, 40129, 40159, 40169, 47001, 85096]) {
      expect(findErrcode(code).class).toBe("never");
    }
  });

  it("reads 45009 as a minute's limit for B and a day's for A and the token", () => {
    expect(findErrcode(45009, "getwxacodeunlimit").class).toBe("next_minute");
    expect(findErrcode(45009, "getwxacode").class).toBe("next_day");
    expect(findErrcode(45009, "stable_token").class).toBe("next_day");
    expect(findErrcode(45009, "getwxacodeunlimit").en).not.toEqual(findErrcode(45009).en);
  });

  it("does not refresh a token because a token request was refused", () => {
    expect(findErrcode(40001, "stable_token").class).toBe("stop_forever");
  });

  it("holds only stumbles and unlisted codes as perhaps counted", () => {
    const unsure = ERRCODES.filter((row) => row.quotaUsed === "unknown").map((row) => row.code);
    expect(unsure.toSorted()).toEqual([-1, -1000]);
    expect(findErrcode(99999).quotaUsed).toBe("unknown");
  });

  it("gives an unlisted code a general row that is never repeated", () => {
    expect(findErrcode(99999)).toMatchObject({ code: 99999, class: "never" });
  });
});
