import { DEFAULT_LABELS } from "@/lib/packs/label-schema";
import type { LabelOptions } from "@/lib/packs/label-schema";

/** What a preset says: the paper and what stands on a label; the texts stay as they are. */
export type LabelPreset = Pick<
  LabelOptions,
  "sheet" | "labelWidth" | "labelHeight" | "marks" | "padding" | "codeSize" | "layout"
>;
type Grid = readonly [columns: number, rows: number];
type Pair = readonly [across: number, down: number];

const A4: Pair = [210, 297];

/** Papers by name, in millimetres. */
export const PAPERS = {
  A3: [297, 420],
  A4,
  A5: [148, 210],
  Letter: [215.9, 279.4],
} as const satisfies Record<string, Pair>;
export type PaperName = keyof typeof PAPERS;

/** Sheets and rolls as they are sold, and plain A4 to be cut. */
export const LABEL_PRESETS = {
  a4x24: onA4([3, 8], [70, 37], [0, 0.5], [0, 0], 27),
  a4x21: onA4([3, 7], [63.5, 38.1], [7.25, 15.15], [2.5, 0], 29),
  a4x14: onA4([2, 7], [99.1, 38.1], [4.65, 15.15], [2.5, 0], 30),
  a4x40: onA4([4, 10], [48.5, 25.4], [8, 21.5], [0, 0], 19),
  a4x65: onA4([5, 13], [38.1, 21.2], [4.75, 10.7], [2.5, 0], 16),
  a4x8: onA4([2, 4], [99.1, 67.7], [4.65, 13.1], [2.5, 0], 52),
  cut4: cutFromA4([2, 2], [95, 138.5], [10, 10], 85),
  cut9: cutFromA4([3, 3], [63, 92], [10.5, 10.5], 55),
  cut20: cutFromA4([4, 5], [47, 55], [11, 11], 35),
  roll40x30: onRoll([40, 30], 18, "beside"),
  roll50x30: onRoll([50, 30], 24, "beside"),
  roll60x40: onRoll([60, 40], 32, "beside"),
  roll70x50: onRoll([70, 50], 40, "beside"),
  roll100x150: onRoll([100, 150], 90, "below"),
} as const satisfies Record<string, LabelPreset>;
export type LabelPresetName = keyof typeof LABEL_PRESETS;

/** These options on other labels: text beside a code begins at it, text below stands in the middle. */
export function withPreset(options: LabelOptions, name: LabelPresetName): LabelOptions {
  const preset: LabelPreset = LABEL_PRESETS[name];
  const align = preset.layout === "below" ? "center" : "left";
  const captions = options.captions.map((caption) => ({ ...caption, align }) as const);
  return { ...options, ...preset, startAt: 1, captions };
}

/** The preset these lengths are, or null when they are somebody's own. */
export function presetOf(options: LabelOptions): LabelPresetName | null {
  const names = Object.keys(LABEL_PRESETS) as LabelPresetName[];
  return names.find((name) => isSame(LABEL_PRESETS[name], options)) ?? null;
}

/** The paper of this size, or null when it is somebody's own. */
export function paperOf(width: number, height: number): PaperName | null {
  const names = Object.keys(PAPERS) as PaperName[];
  return names.find((name) => PAPERS[name][0] === width && PAPERS[name][1] === height) ?? null;
}

function isSame({ sheet, ...preset }: LabelPreset, options: LabelOptions): boolean {
  const wanted = [sheet, options.sheet].map((one) => Object.entries(one).toSorted());
  const size = [preset, options].map(({ labelWidth, labelHeight }) => [labelWidth, labelHeight]);
  return [wanted, size].every(([left, right]) => JSON.stringify(left) === JSON.stringify(right));
}

function onA4(
  [columns, rows]: Grid,
  [labelWidth, labelHeight]: Pair,
  [marginLeft, marginTop]: Pair,
  [gapAcross, gapDown]: Pair,
  codeSize: number,
): LabelPreset {
  const [paperWidth, paperHeight] = A4;
  const grid = { columns, rows, marginLeft, marginTop, gapAcross, gapDown };
  return {
    sheet: { kind: "sheet", paperWidth, paperHeight, ...grid },
    labelWidth,
    labelHeight,
    marks: "none",
    padding: labelHeight < 30 ? 2 : 4,
    codeSize,
    layout: "beside",
  };
}

function cutFromA4(grid: Grid, label: Pair, margin: Pair, codeSize: number): LabelPreset {
  const preset = onA4(grid, label, margin, [0, 0], codeSize);
  return { ...preset, marks: "corners", layout: "below" };
}

function onRoll(
  [labelWidth, labelHeight]: Pair,
  codeSize: number,
  layout: LabelPreset["layout"],
): LabelPreset {
  const padding = labelHeight < 40 ? 2 : 4;
  const { marks } = DEFAULT_LABELS;
  return { sheet: { kind: "roll" }, labelWidth, labelHeight, marks, padding, codeSize, layout };
}
