import { expect, test } from "vitest";
import { LABEL_PRESETS, paperOf, presetOf, withPreset } from "@/lib/packs/label-preset-schema";
import type { LabelPresetName } from "@/lib/packs/label-preset-schema";
import { DEFAULT_LABELS, LabelOptions } from "@/lib/packs/label-schema";
import { labelBox, labelsPerSheet, sheetsNeeded } from "@/lib/packs/label-sheet-schema";

const SHEET = { ...DEFAULT_LABELS.sheet, kind: "sheet" } as Extract<
  LabelOptions["sheet"],
  { kind: "sheet" }
>;

/** Reason, field and millimetres of every fault. */
function faultsOf(changes: Record<string, unknown>) {
  const { error } = LabelOptions.safeParse({ ...DEFAULT_LABELS, ...changes });
  return (error?.issues ?? []).map((issue) => [
    issue.message,
    issue.path.join("."),
    ...("params" in issue && issue.params?.mm !== undefined ? [issue.params.mm] : []),
  ]);
}

test("every preset fits its paper with the usual texts, and is known again by its lengths", () => {
  for (const name of Object.keys(LABEL_PRESETS) as LabelPresetName[]) {
    const options = withPreset(DEFAULT_LABELS, name);
    expect(LabelOptions.safeParse(options).error?.issues, name).toBeUndefined();
    expect(presetOf(options)).toBe(name);
  }
  expect(presetOf({ ...DEFAULT_LABELS, labelWidth: 69 })).toBeNull();
  expect(paperOf(210, 297)).toBe("A4");
  expect(paperOf(210, 296)).toBeNull();
});

test("labels of a preset stand in the middle of their paper", () => {
  for (const name of Object.keys(LABEL_PRESETS) as LabelPresetName[]) {
    const options = withPreset(DEFAULT_LABELS, name);
    if (options.sheet.kind === "roll") continue;
    const last = labelBox(options, labelsPerSheet(options) - 1);
    const right = options.sheet.paperWidth - last.x - last.width;
    const bottom = options.sheet.paperHeight - last.y - last.height;
    expect(right, name).toBeCloseTo(options.sheet.marginLeft, 1);
    expect(bottom, name).toBeCloseTo(options.sheet.marginTop, 1);
  }
});

test("what does not fit is told by field and millimetre", () => {
  expect(faultsOf({ labelWidth: 71.05 })).toEqual([["labelsTooWide", "labelWidth", 3.2]]);
  expect(faultsOf({ sheet: { ...SHEET, marginTop: 2 } })).toEqual([
    ["labelsTooHigh", "labelHeight", 1],
  ]);
  expect(faultsOf({ codeSize: 31 })).toEqual([["labelCodeLarge", "codeSize", 2]]);
  expect(faultsOf({ startAt: 25 })).toEqual([["labelStartOutside", "startAt"]]);
  expect(faultsOf({ codeSize: 7.9 })).toEqual([["labelCodeSmall", "codeSize"]]);
  const [caption] = DEFAULT_LABELS.captions;
  expect(
    faultsOf({ captions: Array.from({ length: 3 }, () => ({ ...caption, size: 30 })) }),
  ).toEqual([["labelTextHigh", "captions", 12.3]]);
  expect(faultsOf({ sheet: { kind: "roll" }, labelWidth: 37 })).toEqual([
    ["labelTextNarrow", "captions", 4.5],
  ]);
});

test("lengths to hundredths fit without a hair to spare", () => {
  const sheet = { ...SHEET, columns: 3, marginLeft: 0.1, gapAcross: 0.1 };
  expect(faultsOf({ sheet, labelWidth: 69.9 })).toEqual([]);
  expect(faultsOf({ labelWidth: Number.NaN })).toEqual([["labelSize", "labelWidth"]]);
});

test("sheets are counted with copies and from the first free label", () => {
  expect(sheetsNeeded(DEFAULT_LABELS, 24)).toBe(1);
  expect(sheetsNeeded({ ...DEFAULT_LABELS, startAt: 2 }, 24)).toBe(2);
  expect(sheetsNeeded({ ...DEFAULT_LABELS, copies: 3 }, 24)).toBe(3);
  expect(sheetsNeeded(withPreset(DEFAULT_LABELS, "roll40x30"), 7)).toBe(7);
  expect(sheetsNeeded(DEFAULT_LABELS, 0)).toBe(0);
});
