import type { ChainedFields } from "@/lib/audit/chain-hash";
import { entryContent } from "@/lib/audit/entry-content";
import { EXPORT_COLUMNS } from "@/lib/audit/proof/export-columns";
import type { ExportColumn } from "@/lib/audit/proof/export-columns";
import { FORMULA_START } from "@/lib/core/csv-row";

/** What an entry of an export comes to in the chain, and what the export says of it. */
export interface ExportedEntry {
  seq: bigint;
  /** Null when the fields are not those the export's content hash is of, or cannot be read. */
  content: string | null;
  prevHash: string;
  hash: string;
}

type Cells = Record<ExportColumn, string>;

/** Names of people, labels and the like, which a spreadsheet might take for formulas. */
const FREE_TEXTS = ["actorName", "targetId", "targetLabel", "address", "requestId"] as const;

/** Reads a row of an export for checking; null when it is none. */
export function readExportRow(cells: readonly string[]): ExportedEntry | null {
  const entries = EXPORT_COLUMNS.map((column, place) => [column, cells[place] ?? ""]);
  const row = Object.fromEntries(entries) as Cells;
  if (cells.length !== EXPORT_COLUMNS.length || !/^[1-9]\d{0,17}$/.test(row.seq)) return null;
  const { prevHash, hash } = row;
  return { seq: BigInt(row.seq), content: contentOf(row), prevHash, hash };
}

function contentOf(row: Cells): string | null {
  const salt = row.salt === "" ? null : row.salt;
  if (salt !== null && !/^[0-9a-f]{64}$/.test(salt)) return null;
  for (const read of readings(row)) {
    const fields = fieldsOf(read);
    if (!fields) return null;
    const content = entryContent(fields, salt);
    // Without a salt the chain itself tells whether it was read right.
    const isRead = salt === null ? row.contentHash === "" : content === row.contentHash;
    if (isRead) return content;
  }
  return null;
}

/**
 * A text that began like a formula was written with an apostrophe in front; one may also have been there from the
 * start. The content hash tells which it was.
 */
function readings(row: Cells): Cells[] {
  return FREE_TEXTS.reduce<Cells[]>(
    (read, column) => {
      const cell = row[column];
      const bare = cell.slice(1);
      if (!cell.startsWith("'") || !FORMULA_START.test(bare)) return read;
      return read.flatMap((cells) => [{ ...cells, [column]: bare }, cells]);
    },
    [row],
  );
}

function fieldsOf(row: Cells): ChainedFields | null {
  const {
    salt: _salt,
    contentHash: _contentHash,
    prevHash: _prevHash,
    hash: _hash,
    ...texts
  } = row;
  try {
    return {
      ...texts,
      actorId: texts.actorId || null,
      targetId: texts.targetId || null,
      miniProgramId: texts.miniProgramId || null,
      campaignId: texts.campaignId || null,
      address: texts.address || null,
      changes: JSON.parse(texts.changes),
      details: JSON.parse(texts.details),
    };
  } catch {
    return null;
  }
}
