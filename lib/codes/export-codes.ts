import { authorize } from "@/lib/access/authorize";
import { listCodes } from "@/lib/codes/list-codes";
import type { CodeRow } from "@/lib/codes/list-codes";
import { CodeFilters } from "@/lib/codes/list-schema";
import type { EnvVersion, CodeKind, CodeStatus } from "@/lib/codes/schema";
import type { Context } from "@/lib/core/context";
import { tableFile } from "@/lib/core/table-file";
import type { TableFormat } from "@/lib/core/table-format";
import type { TableSource } from "@/lib/core/table-source";
import { beijingIso } from "@/lib/quota/beijing-day";

export const EXPORT_COLUMNS = [
  "label",
  "serial",
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

/**
 * All codes that meet the filters as a file, newest first, read as the reader asks for it.
 */
export async function exportCodes(
  ctx: Context,
  input: CodeFilters,
  words: ExportWords,
  format: TableFormat,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  authorize(ctx, "codes:read");
  const filters = CodeFilters.parse(input);
  const { publicUrl } = ctx.runtime.env;
  const source: TableSource<CodeRow> = {
    header: EXPORT_COLUMNS.map((column) => words.columns[column]),
    readPage: (cursor) => listCodes(ctx, { ...filters, cursor, limit: PAGE_ROWS }),
    toCells: (code) => cellsOf(code, words, publicUrl),
  };
  return tableFile(source, format);
}

function cellsOf(code: CodeRow, words: ExportWords, publicUrl: string) {
  const cells: Record<ExportColumn, string | number> = {
    label: code.label,
    serial: code.serial,
    miniProgram: code.miniProgramName,
    campaign: code.campaignName ?? "",
    kind: words.kind[code.kind],
    status: words.status[code.status],
    target: code.target,
    scene: code.scene ?? "",
    envVersion: words.envVersion[code.envVersion],
    width: code.width,
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
