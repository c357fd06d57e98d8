import { authorize } from "@/lib/access/authorize";
import { csvRow } from "@/lib/core/csv-row";
import { listCodes } from "@/lib/codes/list-codes";
import type { CodeRow } from "@/lib/codes/list-codes";
import { CodeFilters } from "@/lib/codes/list-schema";
import type { EnvVersion, CodeKind, CodeStatus } from "@/lib/codes/schema";
import type { Context } from "@/lib/core/context";

export const EXPORT_COLUMNS = [
  "label",
  "miniProgram",
  "campaign",
  "kind",
  "status",
  "target",
  "scene",
  "envVersion",
  "width",
  "lineColor",
  "tags",
  "creator",
  "createdAt",
  "mintedAt",
  "sha256",
  "address",
] as const;
export type ExportColumn = (typeof EXPORT_COLUMNS)[number];

/** The words of the file, in the language of the person who asks for it. */
export interface ExportWords {
  columns: Record<ExportColumn, string>;
  kind: Record<CodeKind, string>;
  status: Record<CodeStatus, string>;
  envVersion: Record<EnvVersion, string>;
}

const PAGE_ROWS = 200;
const BEIJING_OFFSET_MS = 8 * 3_600_000;
// Without it Excel reads the file in the code page of the computer.
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * All codes that meet the filters as a CSV file, newest first. One page is in memory at a time and
 * the next is read only when the reader asks for it; a reader that goes away ends the work.
 */
export async function exportCodes(
  ctx: Context,
  input: CodeFilters,
  words: ExportWords,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  authorize(ctx, "codes:read");
  const chunks = csvChunks(ctx, CodeFilters.parse(input), words);
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await chunks.return();
      },
    },
    { highWaterMark: 0 },
  );
}

async function* csvChunks(
  ctx: Context,
  filters: CodeFilters,
  words: ExportWords,
): AsyncGenerator<string, void, void> {
  yield BYTE_ORDER_MARK + csvRow(EXPORT_COLUMNS.map((column) => words.columns[column]));
  let cursor: string | undefined;
  do {
    const { rows, next } = await listCodes(ctx, { ...filters, cursor, limit: PAGE_ROWS });
    cursor = next ?? undefined;
    if (rows.length > 0) {
      yield rows.map((row) => csvRow(cellsOf(row, words, ctx.runtime.env.publicUrl))).join("");
    }
  } while (cursor !== undefined);
}

function cellsOf(code: CodeRow, words: ExportWords, publicUrl: string): string[] {
  const cells: Record<ExportColumn, string> = {
    label: code.label,
    miniProgram: code.miniProgramName,
    campaign: code.campaignName ?? "",
    kind: words.kind[code.kind],
    status: words.status[code.status],
    target: code.target,
    scene: code.scene ?? "",
    envVersion: words.envVersion[code.envVersion],
    width: String(code.width),
    lineColor: code.lineColor,
    tags: code.tags.join(", "),
    creator: code.createdBy,
    createdAt: beijingIso(code.createdAt),
    mintedAt: code.mintedAt ? beijingIso(code.mintedAt) : "",
    sha256: code.pictureSha256 ?? "",
    address: `${publicUrl}/codes/${code.id}`,
  };
  return EXPORT_COLUMNS.map((column) => cells[column]);
}

function beijingIso(at: Date): string {
  return `${new Date(at.getTime() + BEIJING_OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}
