import { expect, test } from "vitest";
import { isDrawable } from "@/components/packs/labels/is-drawable";
import { DEFAULT_LABELS } from "@/lib/packs/label-schema";
import type { LabelOptions } from "@/lib/packs/label-schema";

const sheet = DEFAULT_LABELS.sheet as Extract<LabelOptions["sheet"], { kind: "sheet" }>;

test("labels that do not fit are drawn all the same, so that one sees it", () => {
  expect(isDrawable(DEFAULT_LABELS)).toBe(true);
  expect(isDrawable({ ...DEFAULT_LABELS, labelWidth: 80 })).toBe(true);
});

test("numbers that are still being typed are not drawn", () => {
  expect(isDrawable({ ...DEFAULT_LABELS, labelWidth: Number.NaN })).toBe(false);
  expect(isDrawable({ ...DEFAULT_LABELS, labelHeight: 0 })).toBe(false);
  expect(isDrawable({ ...DEFAULT_LABELS, sheet: { ...sheet, columns: 1_000_000 } })).toBe(false);
});
