import { describe, expect, it } from "vitest";
import {
  exportAddress,
  filtersOf,
  isNarrowed,
  loadAuditParams,
} from "@/components/audit/audit-params";

const CODE = "0198a1f0-0000-7000-8000-000000000001";

describe("the address of the log", () => {
  it("says what it is narrowed to", () => {
    const params = loadAuditParams(
      `?search=%E6%98%A5%E8%8A%82&kind=codes&person=${CODE}&target=code:${CODE}&from=2026-11-01&to=2026-11-02&hour=0`,
    );
    expect(filtersOf(params)).toEqual({
      search: "春节",
      kind: "codes",
      actorId: CODE,
      targetKind: "code",
      targetId: CODE,
      from: "2026-11-01",
      to: "2026-11-02",
      hour: 0,
    });
    expect(isNarrowed(params)).toBe(true);
  });

  it("leaves out what was mistyped instead of refusing the whole", () => {
    const params = loadAuditParams(
      "?kind=moon&action=moon.landed&person=me&target=code&from=yesterday&hour=25&campaign=x",
    );
    expect(filtersOf(params)).toEqual({});
  });

  it("is not narrowed by an opened entry or by paging", () => {
    expect(isNarrowed(loadAuditParams("?entry=7&cursor=abc"))).toBe(false);
  });

  it("leads to the file of the same entries, all pages of them", () => {
    const params = loadAuditParams(`?target=code:${CODE}&cursor=abc&entry=7`);
    expect(exportAddress(params, "checking")).toBe(
      `/api/audit/export?format=checking&target=code:${CODE}`,
    );
  });
});
