import { getFormatFromId } from "numfmt";
import type { Zip } from "@/lib/sheets/read/xlsx/open-zip";
import { readWholeXml } from "@/lib/sheets/read/xlsx/read-xml";

const STYLES_MAX = 70_000;
const FORMATS_MAX = 10_000;
const FIRST_CUSTOM_ID = 164;
const CHINESE = "zh-CN";

/** Dates and times of Chinese Excel and WPS, by ECMA-376 part 1, 18.8.30; numfmt knows the others. */
const CHINESE_FORMATS: Readonly<Record<number, string>> = {
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: "m-d-yy",
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** The number format of each cell style of a workbook, in the order of their numbers. */
export async function readNumberFormats(zip: Zip, part: string | null): Promise<string[]> {
  const custom = new Map<number, string>();
  const ids: number[] = [];
  let isCellStyle = false;
  if (part === null || !zip.has(part)) return [];
  await readWholeXml(zip.read(part), {
    open(name, { numFmtId, formatCode }) {
      const id = Number(numFmtId ?? 0);
      if (name === "cellXfs") isCellStyle = true;
      if (name === "xf" && isCellStyle && ids.length < STYLES_MAX) ids.push(id);
      if (name === "numFmt" && formatCode !== undefined && custom.size < FORMATS_MAX) {
        custom.set(id, formatCode);
      }
    },
    close(name) {
      if (name === "cellXfs") isCellStyle = false;
    },
  });
  return ids.map((id) => custom.get(id) ?? builtIn(id));
}

function builtIn(id: number): string {
  if (!(id < FIRST_CUSTOM_ID)) return "General";
  return CHINESE_FORMATS[id] ?? getFormatFromId(id, CHINESE);
}
