import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { tableFile } from "@/lib/core/table-file";
import type { TableFormat } from "@/lib/core/table-format";
import type { TableSource } from "@/lib/core/table-source";
import { beijingIso } from "@/lib/quota/beijing-day";
import { listScanDays } from "@/lib/scans/list-scan-days";
import { ScanSpan } from "@/lib/scans/schema";
import type { ScanDayLine } from "@/lib/scans/schema";

export const SCAN_DAY_COLUMNS = [
  "day",
  "scene",
  "label",
  "serial",
  "campaign",
  "scans",
  "repeats",
  "tests",
  "firstAt",
  "lastAt",
  "address",
] as const;
export type ScanDayColumn = (typeof SCAN_DAY_COLUMNS)[number];

/** The words of the file, in the language of the person who asks for it. */
export type ScanDayWords = Record<ScanDayColumn, string>;

/** The scans of each scene on each day of a span as a file, read as the reader asks for it. */
export async function exportScanDays(
  ctx: Context,
  input: ScanSpan,
  words: ScanDayWords,
  format: TableFormat,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  authorize(ctx, "scans:read");
  const span = ScanSpan.parse(input);
  const { publicUrl } = ctx.runtime.env;
  const source: TableSource<ScanDayLine> = {
    header: SCAN_DAY_COLUMNS.map((column) => words[column]),
    readPage: (cursor) => listScanDays(ctx, { ...span, cursor }),
    toCells: (line) => cellsOf(line, publicUrl),
  };
  return tableFile(source, format);
}

function cellsOf(line: ScanDayLine, publicUrl: string) {
  const cells: Record<ScanDayColumn, string | number> = {
    day: line.day,
    scene: line.scene,
    label: line.label ?? "",
    serial: line.serial ?? "",
    campaign: line.campaignName ?? "",
    scans: line.scans,
    repeats: line.repeats,
    tests: line.tests,
    firstAt: line.firstAt ? beijingIso(line.firstAt) : "",
    lastAt: line.lastAt ? beijingIso(line.lastAt) : "",
    address: `${publicUrl}/scenes/${line.sceneId}`,
  };
  return SCAN_DAY_COLUMNS.map((column) => cells[column]);
}
