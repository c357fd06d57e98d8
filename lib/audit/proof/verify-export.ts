import { chainHash, FIRST_PREVIOUS_HASH } from "@/lib/audit/chain-hash";
import { EXPORT_COLUMNS } from "@/lib/audit/proof/export-columns";
import { isSignedBy } from "@/lib/audit/proof/is-signed-by";
import { NotAnExportError } from "@/lib/audit/proof/not-an-export-error";
import { readExportRow } from "@/lib/audit/proof/read-export-row";
import type { ExportedEntry } from "@/lib/audit/proof/read-export-row";
import { readSeals } from "@/lib/audit/proof/read-seals";
import type { Seals } from "@/lib/audit/proof/read-seals";

/** The lines behind the entries. */
const SEALS = new Set(["checkpoint", "key"]);

export type ExportFault = "content" | "chain" | "order" | "checkpoint" | "signature" | "key";

export interface ExportVerdict {
  isIntact: boolean;
  entryCount: number;
  /** Places where entries are left out, as in an export of a filtered log; also before the first and behind the last. */
  gapCount: number;
  /** Entries that a signed checkpoint proves unchanged: those before it without a gap. */
  sealedCount: number;
  checkpointCount: number;
  /** The newest one that was compared. */
  lastCheckpoint: { seq: string; at: string; keyId: string } | null;
  /** The first thing that is wrong. */
  fault: { seq: string; why: ExportFault } | null;
}

/**
 * Checks an export for checking with nothing but itself. `open` gives its records from the beginning and is called
 * twice: what was signed stands at the end. Throws NotAnExportError.
 */
export async function verifyExport(
  open: () => AsyncIterable<readonly string[]>,
  { key }: { key?: string | undefined } = {},
): Promise<ExportVerdict> {
  const check = new ExportCheck(await readSeals(open(), key));
  let isHeader = true;
  for await (const cells of open()) {
    const [first = ""] = cells;
    if (isHeader) requireHeader(cells);
    else if (SEALS.has(first)) break;
    else if (!check.take(readExportRow(cells))) break;
    isHeader = false;
  }
  if (isHeader) throw new NotAnExportError();
  return check.verdict();
}

function requireHeader(cells: readonly string[]): void {
  const isExport = EXPORT_COLUMNS.every((column, place) => cells[place] === column);
  if (!isExport || cells.length !== EXPORT_COLUMNS.length) throw new NotAnExportError();
}

class ExportCheck {
  readonly #seals: Seals;
  #last: ExportedEntry | null = null;
  #entryCount = 0;
  #gapCount = 0;
  /** Since the last gap or checkpoint. */
  #openCount = 0;
  #sealedCount = 0;
  #checkpointCount = 0;
  #lastCheckpoint: ExportVerdict["lastCheckpoint"] = null;
  #fault: ExportVerdict["fault"] = null;

  constructor(seals: Seals) {
    this.#seals = seals;
  }

  /** False when it is wrong; null is a row that cannot be read. */
  take(entry: ExportedEntry | null): boolean {
    const seq = entry?.seq ?? (this.#last?.seq ?? 0n) + 1n;
    const why = entry ? (this.#judge(entry) ?? this.#compare(entry)) : "content";
    if (why) this.#fault = { seq: seq.toString(), why };
    return why === null;
  }

  verdict(): ExportVerdict {
    return {
      isIntact: this.#fault === null,
      entryCount: this.#entryCount,
      gapCount: this.#gapCount + (this.#isCutOff() ? 1 : 0),
      sealedCount: this.#sealedCount,
      checkpointCount: this.#checkpointCount,
      lastCheckpoint: this.#lastCheckpoint,
      fault: this.#fault,
    };
  }

  /** More was signed than is here. */
  #isCutOff(): boolean {
    const lastSeq = this.#last?.seq ?? 0n;
    return [...this.#seals.checkpoints.keys()].some((seq) => seq > lastSeq);
  }

  #judge(entry: ExportedEntry): ExportFault | null {
    const { seq, content, prevHash, hash } = entry;
    const { seq: lastSeq, hash: lastHash } = this.#last ?? { seq: 0n, hash: FIRST_PREVIOUS_HASH };
    if (seq <= lastSeq) return "order";
    if (content === null || chainHash(prevHash, content) !== hash) return "content";
    const isNext = seq === lastSeq + 1n;
    if (isNext && prevHash !== lastHash) return "chain";
    if (!isNext) this.#gapCount += 1;
    this.#openCount = isNext ? this.#openCount + 1 : 1;
    this.#entryCount += 1;
    this.#last = entry;
    return null;
  }

  #compare({ seq, hash }: ExportedEntry): ExportFault | null {
    const checkpoint = this.#seals.checkpoints.get(seq);
    if (!checkpoint) return null;
    const { at, keyId, headHash } = checkpoint;
    const key = this.#seals.keys.get(keyId);
    if (!key) return "key";
    if (!isSignedBy(key, checkpoint)) return "signature";
    if (headHash !== hash) return "checkpoint";
    this.#checkpointCount += 1;
    this.#sealedCount += this.#openCount;
    this.#openCount = 0;
    this.#lastCheckpoint = { seq: seq.toString(), at, keyId };
    return null;
  }
}
