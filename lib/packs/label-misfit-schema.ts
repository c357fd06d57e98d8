import { gridOf, labelsPerSheet, lineHeight, textBox } from "@/lib/packs/label-sheet-schema";
import type { LabelGeometry } from "@/lib/packs/label-sheet-schema";

/** What does not fit: the field, the key of its sentence, and by how many millimetres. */
export interface Misfit {
  field: string;
  reason: string;
  mm?: number;
}

const TEXT_WIDTH_MIN = 5;
/** Less is what rounding to hundredths leaves. */
const TOLERANCE_MM = 0.011;

/** Everything in these lengths that cannot be. */
export function findMisfits(options: LabelGeometry & { startAt: number }): Misfit[] {
  const { labelWidth, labelHeight, padding, codeSize } = options;
  const grid = gridOf(options);
  const { columns, rows, gapAcross, gapDown } = grid;
  const across = grid.marginLeft + columns * labelWidth + (columns - 1) * gapAcross;
  const down = grid.marginTop + rows * labelHeight + (rows - 1) * gapDown;
  const code = codeSize + 2 * padding;
  const misfits: (Misfit | null)[] = [
    over("labelWidth", "labelsTooWide", across - grid.paperWidth),
    over("labelHeight", "labelsTooHigh", down - grid.paperHeight),
    over("codeSize", "labelCodeLarge", code - Math.min(labelWidth, labelHeight)),
    options.startAt > labelsPerSheet(options)
      ? { field: "startAt", reason: "labelStartOutside" }
      : null,
  ];
  const found = misfits.filter((misfit) => misfit !== null);
  return found.some(({ field }) => field === "codeSize")
    ? found
    : [...found, ...textMisfits(options)];
}

/** Every text gets at least a line; there must be room for that. */
function textMisfits(options: LabelGeometry): Misfit[] {
  if (options.captions.length === 0) return [];
  const { width, height } = textBox(options);
  const needed = options.captions.reduce((sum, { size }) => sum + lineHeight(size), 0);
  const misfits = [
    over("captions", "labelTextNarrow", TEXT_WIDTH_MIN - width),
    over("captions", "labelTextHigh", needed - height),
  ];
  return misfits.filter((misfit) => misfit !== null);
}

function over(field: string, reason: string, mm: number): Misfit | null {
  return mm < TOLERANCE_MM ? null : { field, reason, mm: Math.ceil(mm * 10 - 0.1) / 10 };
}
