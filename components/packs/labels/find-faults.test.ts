import { expect, test } from "vitest";
import { findFaults } from "@/components/packs/labels/find-faults";
import { DEFAULT_LABELS } from "@/lib/packs/label-schema";

test("the usual labels have no fault", () => {
  expect([...findFaults(DEFAULT_LABELS)]).toEqual([]);
});

test("each field has its own fault, by how much it does not fit", () => {
  const [caption] = DEFAULT_LABELS.captions;
  if (!caption) throw new Error("no caption");
  expect([...findFaults({ ...DEFAULT_LABELS, labelWidth: 72 })]).toEqual([
    ["labelWidth", { reason: "labelsTooWide", mm: 6 }],
  ]);
  expect([
    ...findFaults({ ...DEFAULT_LABELS, copies: 21, captions: [{ ...caption, text: "{label" }] }),
  ]).toEqual([
    ["copies", { reason: "labelCopies" }],
    ["captions.0.text", { reason: "labelCaptionBraces" }],
  ]);
});
