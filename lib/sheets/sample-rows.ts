import type { TableFormat } from "@/lib/core/table-format";
import { tableFile } from "@/lib/core/table-file";

export type SampleLanguage = "zh" | "en";

/** A header and four rows, of the kind people bring most: shops with their tables. */
const SAMPLES: Readonly<Record<SampleLanguage, readonly [string[], ...string[][]]>> = {
  zh: [
    ["门店名称", "编号", "城市", "桌号"],
    ["朝阳大悦城店", "bj-001", "北京", "A01"],
    ["朝阳大悦城店", "bj-002", "北京", "A02"],
    ["徐汇滨江店", "sh-001", "上海", "A01"],
    ["西湖银泰店", "hz-001", "杭州", "B12"],
  ],
  en: [
    ["Shop name", "Code", "City", "Table"],
    ["Joy City", "bj-001", "Beijing", "A01"],
    ["Joy City", "bj-002", "Beijing", "A02"],
    ["West Bund", "sh-001", "Shanghai", "A01"],
    ["West Lake", "hz-001", "Hangzhou", "B12"],
  ],
};

/** A file to start from: people put their rows in place of its own. */
export function sampleRows(
  language: SampleLanguage,
  format: TableFormat,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const [header, ...rows] = SAMPLES[language];
  return tableFile(
    { header, readPage: async () => ({ rows, next: null }), toCells: (row) => row },
    format,
  );
}
