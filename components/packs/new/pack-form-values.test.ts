import { describe, expect, it } from "vitest";
import {
  emptyPackForm,
  fieldOf,
  packFormFor,
  toPackOptions,
  toPreviewOptions,
} from "./pack-form-values";
import type { PackFormValues } from "./pack-form-values";

const ID = "0197c0de-0000-7000-8000-000000000001";
const SELECTION = { kind: "batch", batchId: ID } as const;
const FRAME = { templateId: ID, imageType: "jpeg", pixelWidth: 1_000 } as const;
const empty = emptyPackForm("门店 2026-11-21", null);

const faultsOf = (changes: Partial<PackFormValues>) => {
  const { error } = packFormFor(SELECTION).safeParse({ ...empty, ...changes });
  return error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [];
};

describe("the form of a new pack", () => {
  it("is complete from the beginning: pictures as they are, named by serial and label", () => {
    expect(faultsOf({})).toEqual([]);
    expect(toPackOptions(empty)).toEqual({
      form: "pictures",
      nameTemplate: "{serial}-{label}",
      isAscii: false,
    });
  });

  it("says only what the chosen form asks for", () => {
    expect(toPackOptions({ ...empty, form: "labels", frame: FRAME })).toEqual({
      form: "labels",
      labels: empty.labels,
    });
    expect(toPackOptions({ ...empty, form: "framed", frame: FRAME })).toEqual({
      form: "framed",
      nameTemplate: "{serial}-{label}",
      isAscii: false,
      drawing: FRAME,
    });
  });

  it("names the field at fault as the form does", () => {
    expect(faultsOf({ name: " " })).toEqual([["name", "packNameEmpty"]]);
    expect(faultsOf({ nameTemplate: "" })).toEqual([["nameTemplate", "packNameTemplateEmpty"]]);
    expect(faultsOf({ form: "framed" })).toEqual([["frame", "packLookMissing"]]);
    expect(faultsOf({ form: "posters" })).toEqual([["poster", "packLookMissing"]]);
    const labels = { ...empty.labels, copies: 0 };
    expect(faultsOf({ form: "labels", labels })).toEqual([["labels", "packLabelsFaulty"]]);
    const spreadsheet = { ...empty.spreadsheet, columns: [] };
    expect(faultsOf({ form: "spreadsheet", spreadsheet })).toEqual([
      ["spreadsheet", "spreadsheetColumnsNone"],
    ]);
  });

  it("does not ask for a look or a name that its form has no use for", () => {
    expect(faultsOf({ form: "labels", nameTemplate: "" })).toEqual([]);
  });

  it("takes over what an earlier pack was made with, and keeps the rest as new", () => {
    const again = { form: "framed", nameTemplate: "{row}", isAscii: true, drawing: FRAME } as const;
    const values = emptyPackForm("门店", again);
    expect(toPackOptions(values)).toEqual(again);
    expect(values.labels).toEqual(empty.labels);
    const labels = { ...empty.labels, copies: 3 };
    expect(toPackOptions(emptyPackForm("门店", { form: "labels", labels }))).toEqual({
      form: "labels",
      labels,
    });
  });

  it("asks for a preview before the look is chosen, and not again for what cannot change it", () => {
    const { labels } = empty;
    expect(toPreviewOptions({ ...empty, form: "framed" })).toEqual({
      form: "framed",
      nameTemplate: "{serial}-{label}",
      isAscii: false,
      drawing: null,
    });
    expect(toPreviewOptions({ ...empty, form: "framed", frame: FRAME })).toMatchObject({
      drawing: { imageType: "jpeg" },
    });
    expect(toPreviewOptions({ ...empty, labels: { ...labels, copies: 9 } })).toEqual(
      toPreviewOptions(empty),
    );
    expect(toPreviewOptions({ ...empty, nameTemplate: " " })).toEqual(toPreviewOptions(empty));
    const unused = { ...empty, form: "labels" as const, nameTemplate: "{".repeat(300) };
    expect(toPreviewOptions(unused)).toMatchObject({ nameTemplate: "{serial}-{label}" });
  });

  it("finds the field of a refusal", () => {
    expect(fieldOf("options.nameTemplate", "pictures")).toBe("nameTemplate");
    expect(fieldOf("options.drawing.templateId", "framed")).toBe("frame");
    expect(fieldOf("options.drawing.templateId", "posters")).toBe("poster");
    expect(fieldOf("options.labels.sheet.columns", "labels")).toBe("labels");
    expect(fieldOf("selection.batchId", "pictures")).toBeNull();
  });
});
