import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { EXPORT_COLUMNS } from "@/lib/audit/proof/export-columns";
import { NotAnExportError } from "@/lib/audit/proof/not-an-export-error";
import { verifyExport } from "@/lib/audit/proof/verify-export";
import { sampleChain, sampleFields, sampleKey } from "@/lib/audit/testing/sample-chain";
import type { SampleEntry } from "@/lib/audit/testing/sample-chain";
import { csvRow } from "@/lib/core/csv-row";

const key = sampleKey();
/** Labels of all kinds that a spreadsheet might misread. */
const LABELS = ["=1+1", "'=1+1", "-", 'a,"b"\r\nc', "'", "春节", "@", ""];
const chain = sampleChain(
  LABELS.map((targetLabel, place) =>
    sampleFields(place + 1, { targetLabel, actorName: targetLabel }),
  ),
  { oldCount: 1 },
);

function rowOf({ fields, salt, contentHash, prevHash, hash }: SampleEntry): string[] {
  const stored: Record<string, unknown> = { ...fields, salt, contentHash, prevHash, hash };
  return EXPORT_COLUMNS.map((column) => {
    const value = stored[column];
    if (value === null) return "";
    return typeof value === "object" ? JSON.stringify(value) : String(value);
  });
}

/** The rows of an export of these entries, sealed behind the last one. */
function exportOf(entries: readonly SampleEntry[], sealed: SampleEntry | undefined = chain.at(-1)) {
  const seals = sealed ? [Object.values(sealOf(sealed))] : [];
  return [
    [...EXPORT_COLUMNS],
    ...entries.map(rowOf),
    [],
    ...seals.map((cells) => ["checkpoint", ...cells]),
    ["key", key.id, key.publicKey],
  ];
}

function sealOf(entry: SampleEntry) {
  const { seq, headHash, at, keyId, signature } = key.sign(entry);
  return { seq, headHash, at, keyId, signature };
}

/** Written as a file, read as a file. */
function verify(rows: readonly string[][], known?: string) {
  const file = rows.map((cells) => csvRow(cells)).join("");
  const options = { relaxColumnCount: true, skipEmptyLines: true } as const;
  const records = parse(file, options) as unknown as string[][];
  async function* open() {
    yield* records;
  }
  return verifyExport(open, { key: known });
}

describe("an export for checking", () => {
  it("proves itself, with texts a spreadsheet would take for formulas", async () => {
    expect(await verify(exportOf(chain), key.id)).toEqual({
      isIntact: true,
      entryCount: LABELS.length,
      gapCount: 0,
      sealedCount: LABELS.length,
      checkpointCount: 1,
      lastCheckpoint: { seq: String(LABELS.length), at: chain.at(-1)?.fields.at, keyId: key.id },
      fault: null,
    });
  });

  it("names the entry any of whose cells was changed", async () => {
    for (const place of EXPORT_COLUMNS.keys()) {
      const rows = exportOf(chain);
      const row = rows[4];
      if (row) row[place] = EXPORT_COLUMNS[place] === "seq" ? "44" : `${row[place]}x`;
      const { isIntact, fault } = await verify(rows);
      expect(isIntact, EXPORT_COLUMNS[place]).toBe(false);
      expect(fault?.seq, EXPORT_COLUMNS[place]).toBe(place === 0 ? "44" : "4");
    }
  });

  it("tells where entries are left out, and what is still under a checkpoint", async () => {
    const without = chain.filter((_, place) => place !== 3);
    const verdict = await verify(exportOf(without));
    expect(verdict).toMatchObject({ isIntact: true, gapCount: 1, sealedCount: LABELS.length - 4 });
    expect(await verify(exportOf(chain.slice(0, 3)))).toMatchObject({
      gapCount: 1,
      sealedCount: 0,
    });
  });

  it("names an entry that stands in another place or twice", async () => {
    const [first, second, ...others] = chain;
    if (!first || !second) throw new Error("The chain is too short.");
    const moved = await verify(exportOf([second, first, ...others]));
    expect(moved.fault).toEqual({ seq: "1", why: "order" });
    const twice = await verify(exportOf([first, first, second, ...others]));
    expect(twice.fault).toEqual({ seq: "1", why: "order" });
  });

  it("finds a log that was written anew from some entry on", async () => {
    const forged = sampleChain(
      chain.map(({ fields }, place) => ({ ...fields, ...(place > 4 && { actorName: "nobody" }) })),
    );
    const { fault } = await verify(exportOf(forged, chain.at(-1)));
    expect(fault).toEqual({ seq: String(LABELS.length), why: "checkpoint" });
  });

  it("believes no other key than the one that is known", async () => {
    const { fault } = await verify(exportOf(chain), sampleKey().id);
    expect(fault).toEqual({ seq: String(LABELS.length), why: "key" });
  });

  it("is told from any other table", async () => {
    await expect(
      verify([
        ["a", "b"],
        ["1", "2"],
      ]),
    ).rejects.toThrow(NotAnExportError);
    await expect(verify([])).rejects.toThrow(NotAnExportError);
  });
});
