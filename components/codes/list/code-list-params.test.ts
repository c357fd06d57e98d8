import { describe, expect, it } from "vitest";
import { filtersOf, isNarrowed, loadCodeListParams } from "./code-list-params";

const load = (query: string) => loadCodeListParams(new URLSearchParams(query));

describe("the address of the codes list", () => {
  it("shows released codes when it says nothing", () => {
    expect(filtersOf(load(""))).toEqual({ envVersion: "release" });
    expect(isNarrowed(load(""))).toBe(false);
    expect(load("").view).toBe("table");
  });

  it("carries search, filters and the place in the list", () => {
    const params = load("search=shop&kind=WXACODE&campaignId=none&from=2026-01-31&cursor=abc");
    expect(filtersOf(params)).toEqual({
      search: "shop",
      kind: "WXACODE",
      campaignId: "none",
      from: "2026-01-31",
      envVersion: "release",
    });
    expect(params.cursor).toBe("abc");
    expect(isNarrowed(params)).toBe(true);
  });

  it("leaves out what was mistyped", () => {
    const params = load(`kind=D&createdById=me&from=yesterday&search=${"x".repeat(65)}`);
    expect(filtersOf(params)).toEqual({ envVersion: "release" });
  });
});
