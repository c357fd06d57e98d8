import { payloadSummary } from "@/lib/packs/manifest/payload-summary";
import type { PackedCode } from "@/lib/packs/packed-code";
import { payloadKeyOf } from "@/lib/packs/spreadsheet-schema";
import type { ChosenColumn, SpreadsheetColumn } from "@/lib/packs/spreadsheet-schema";
import type { Words } from "@/lib/packs/words";
import { beijingIso } from "@/lib/quota/beijing-day";

type Cell = string | number;

/** What the cells of a row say of a code, in the order of the chosen columns. */
export function cellsOf(
  columns: readonly ChosenColumn[],
  code: PackedCode,
  { words, publicUrl }: { words: Words; publicUrl: string },
): Cell[] {
  const cells: Record<SpreadsheetColumn, Cell> = {
    label: code.label,
    serial: code.serial,
    miniProgram: code.miniProgramName,
    appId: code.wechatAppId,
    campaign: code.campaignName ?? "",
    batch: code.batchName ?? "",
    row: code.batchRow ?? "",
    kind: words(`codes.kindShort.${code.kind}`),
    scene: code.scene ?? "",
    page: code.page ?? "",
    payload: payloadSummary(code.payload),
    target: code.target,
    width: code.width,
    tags: code.tags.join(", "),
    creator: code.createdBy,
    createdAt: beijingIso(code.createdAt),
    mintedAt: beijingIso(code.mintedAt),
    sha256: code.picture.sha256,
    address: `${publicUrl}/codes/${code.codeId}`,
  };
  return columns.map((column) => {
    const key = payloadKeyOf(column);
    return key === null ? cells[column as SpreadsheetColumn] : payloadCell(code.payload, key);
  });
}

/** The header of a column. */
export function headerOf(column: ChosenColumn, words: Words): string {
  return payloadKeyOf(column) ?? words(`labelSheets.columns.${column}`);
}

function payloadCell(payload: PackedCode["payload"], key: string): Cell {
  const value = payload && Object.hasOwn(payload, key) ? payload[key] : null;
  if (value === null || value === undefined) return "";
  return typeof value === "number" || typeof value === "string" ? value : JSON.stringify(value);
}
