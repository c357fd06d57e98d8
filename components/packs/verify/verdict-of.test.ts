import { describe, expect, it } from "vitest";
import { verdictOf } from "@/components/packs/verify/verdict-of";
import type { PackCheck } from "@/lib/packs/verify/check-pack";
import type { FoundPack } from "@/lib/packs/verify-schema";

const FOUND: FoundPack = {
  id: "0193-1",
  name: "春季物料",
  form: "pictures",
  status: "removed",
  createdBy: "林悦",
  createdAt: new Date(),
};
const WHOLE: PackCheck = {
  kind: "pack",
  sha256: "0",
  pack: { id: "0193-1", name: "春季物料" },
  fileCount: 3,
  missing: [],
  added: [],
  changed: [],
};

describe("what is said of a file", () => {
  it("is good only when its files and the desk agree", () => {
    expect(verdictOf(WHOLE, FOUND)).toBe("genuine");
    expect(verdictOf(WHOLE, null)).toBe("unknown");
  });

  it.each(["missing", "added", "changed"])("is bad for one %s file", (kind) => {
    const check = { ...WHOLE, [kind]: ["上海/1.png"] };
    expect(verdictOf(check, FOUND)).toBe("altered");
    expect(verdictOf(check, null)).toBe("alteredUnknown");
  });

  it("goes by the whole of a file that is no pack with a manifest", () => {
    const sheets: PackCheck = { kind: "file", sha256: "0", why: "notZip" };
    expect(verdictOf(sheets, FOUND)).toBe("genuineFile");
    expect(verdictOf(sheets, null)).toBe("notZip");
  });
});
