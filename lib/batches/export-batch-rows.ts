import { authorize } from "@/lib/access/authorize";
import { listBatchRows } from "@/lib/batches/list-batch-rows";
import { ExportBatchRowsInput } from "@/lib/batches/schema";
import type { BatchRowState } from "@/lib/batches/progress-schema";
import type { RowProblem } from "@/lib/batches/draft-schema";
import type { CodeStatus } from "@/lib/codes/schema";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { tableFile } from "@/lib/core/table-file";
import type { TableSource } from "@/lib/core/table-source";
import { reader } from "@/lib/db/transaction";
import { beijingIso } from "@/lib/quota/beijing-day";

export const BATCH_EXPORT_COLUMNS = [
  "row",
  "label",
  "serial",
  "status",
  "target",
  "scene",
  "mintedAt",
  "sha256",
  "errcode",
  "reason",
  "fix",
  "quotaUsed",
  "rid",
  "address",
] as const;
export type BatchExportColumn = (typeof BATCH_EXPORT_COLUMNS)[number];

/** The words of the file, in the language of the person who asks for it. */
export interface BatchExportWords {
  language: "zh" | "en";
  columns: Record<BatchExportColumn, string>;
  status: Record<CodeStatus | "skipped", string>;
  quotaUsed: Record<"no" | "unknown", string>;
  /** The sentence of errors.json for what stood against a row. */
  problem: (problem: RowProblem) => string;
  /** A row that was there already: in this row of the input, or as a code (null). */
  repeat: (ofRow: number | null) => string;
}

const PAGE_ROWS = 200;
const SHOW = { done: "minted", skipped: "skipped", failed: "failed" } as const;

/**
 * One of the three result files of a batch, in the order of its input, read as the reader asks for it. Throws NotFoundError.
 */
export async function exportBatchRows(
  ctx: Context,
  input: ExportBatchRowsInput,
  words: BatchExportWords,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  authorize(ctx, "codes:read");
  const parsed = ExportBatchRowsInput.parse(input);
  const batch = await reader(ctx).batch.count({ where: { id: parsed.batchId } });
  if (batch === 0) throw new NotFoundError("batch");
  const { batchId, part, format } = parsed;
  const { publicUrl } = ctx.runtime.env;
  const source: TableSource<BatchRowState> = {
    header: BATCH_EXPORT_COLUMNS.map((column) => words.columns[column]),
    readPage: (cursor) =>
      listBatchRows(ctx, { batchId, show: SHOW[part], cursor, limit: PAGE_ROWS }),
    toCells: (row) => cellsOf(row, words, publicUrl),
  };
  return tableFile(source, format);
}

function cellsOf(row: BatchRowState, words: BatchExportWords, publicUrl: string) {
  const { failure, skip } = row;
  const advice = failure?.words[words.language];
  const cells: Record<BatchExportColumn, string | number> = {
    row: row.row,
    label: row.label,
    serial: row.serial ?? "",
    status: words.status[row.state],
    target: row.target ?? "",
    scene: row.scene ?? "",
    mintedAt: row.mintedAt ? beijingIso(row.mintedAt) : "",
    sha256: row.pictureSha256 ?? "",
    errcode: failure?.errcode?.toString() ?? "",
    reason: skip ? skipReason(skip, words) : (advice?.cause ?? ""),
    fix: advice?.fix ?? "",
    quotaUsed: failure ? words.quotaUsed[failure.quotaUsed] : "",
    rid: failure?.rid ?? "",
    address: row.codeId ? `${publicUrl}/codes/${row.codeId}` : "",
  };
  return BATCH_EXPORT_COLUMNS.map((column) => cells[column]);
}

function skipReason(skip: NonNullable<BatchRowState["skip"]>, words: BatchExportWords): string {
  if (skip.why === "repeat") return words.repeat(skip.ofRow);
  return skip.problems.map((problem) => words.problem(problem)).join(" ");
}
