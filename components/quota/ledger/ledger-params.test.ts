import { describe, expect, it } from "vitest";
import {
  exportAddress,
  filtersOf,
  isNarrowed,
  loadLedgerParams,
} from "@/components/quota/ledger/ledger-params";

const PERSON = "0192f0c1-7c1f-7e7e-8c3c-0d5f1f6a9b10";

describe("the address of the ledger", () => {
  it("becomes the filters of the verb", () => {
    const params = loadLedgerParams(
      `?kind=spend&person=${PERSON}&from=2026-11-01&to=2026-11-21&cursor=abc`,
    );
    expect(filtersOf(params)).toEqual({
      kinds: ["spend"],
      actorId: PERSON,
      from: "2026-11-01",
      to: "2026-11-21",
    });
    expect(isNarrowed(params)).toBe(true);
  });

  it("leaves out what was mistyped", () => {
    const params = loadLedgerParams("?kind=gift&person=me&campaign=x&from=yesterday&to=2026-02-31");
    expect(filtersOf(params)).toEqual({});
  });

  it("is not narrowed by a page", () => {
    expect(isNarrowed(loadLedgerParams("?cursor=abc"))).toBe(false);
  });

  it("leads to the file of all its pages", () => {
    const params = loadLedgerParams("?kind=limit&cursor=abc");
    expect(exportAddress(PERSON, params, "xlsx")).toBe(
      `/api/quota/export?miniProgramId=${PERSON}&format=xlsx&kind=limit`,
    );
  });
});
