import { describe, expect, it } from "vitest";
import { isMendedAtMiniProgram } from "./mended-at-mini-program";

describe("what is put right at the mini program", () => {
  it.each([40001, 40013, 40125, 40164, 41002, 61003, 61007])("is %i", (errcode) => {
    expect(isMendedAtMiniProgram({ errcode, why: "api_error" })).toBe(true);
  });

  it.each(["paused", "no_ticket", "withdrawn", "token_server"])("is a call not sent: %s", (why) => {
    expect(isMendedAtMiniProgram({ errcode: null, why: `not_sent:${why}` })).toBe(true);
  });

  it("is not what lies in the code, the count or the network", () => {
    for (const errcode of [-1, 40097, 41030, 45009, 45029]) {
      expect(isMendedAtMiniProgram({ errcode, why: "api_error" })).toBe(false);
    }
    for (const why of ["not_sent:dns", "unknown:timeout", "interrupted", "storage"]) {
      expect(isMendedAtMiniProgram({ errcode: null, why })).toBe(false);
    }
  });
});
