import type { LabelOptions } from "@/lib/packs/label-schema";

/** Numbers that are being typed can be anything; these make a drawing, right or wrong. */
export function isDrawable(value: LabelOptions): boolean {
  const { sheet, captions, ...lengths } = value;
  const numbers = [
    ...Object.values(lengths),
    ...Object.values(sheet),
    ...captions.flatMap(({ size, linesMax }) => [size, linesMax]),
  ].filter((one) => typeof one === "number");
  const counts = sheet.kind === "sheet" ? [sheet.columns, sheet.rows] : [];
  return (
    numbers.every((one) => Number.isFinite(one) && one >= 0) &&
    counts.every((count) => Number.isInteger(count) && count >= 1 && count <= 50) &&
    value.labelWidth > 0 &&
    value.labelHeight > 0
  );
}
