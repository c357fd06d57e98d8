import { expect, it } from "vitest";
import { batchFormFor, emptyBatchForm, toCheckInput } from "./batch-form-values";
import type { BatchFormValues } from "./batch-form-values";

const ID = "0196f0a0-0000-7000-8000-000000000001";
const values: BatchFormValues = {
  ...emptyBatchForm(undefined),
  name: "门店",
  miniProgramId: ID,
  labelTemplate: "{A}",
  carries: { as: "scene", column: "A", fields: [], fixed: [] },
};
const faultsOf = (filled: BatchFormValues, sheetId: string | null = ID) =>
  batchFormFor(sheetId)
    .safeParse(filled)
    .error?.issues.map(({ path, message }) => [path.join("."), message]);

it("sends only what the chosen kind has, and keeps the rest in the form", () => {
  const written = { ...values, pathTemplate: "pages/index?id={A}", reason: "旧闸机" };
  expect(toCheckInput(written, ID)).not.toHaveProperty("pathTemplate");
  const square = toCheckInput({ ...written, kind: "WXA_QRCODE" }, ID);
  expect(square).toMatchObject({ pathTemplate: "pages/index?id={A}", reason: "旧闸机" });
  expect(square).not.toHaveProperty("lineColor");
  expect(square).not.toHaveProperty("carries");
});

it("says at the rows that they are missing, and nothing else about them", () => {
  expect(faultsOf(values)).toBeUndefined();
  expect(faultsOf(values, null)).toEqual([["rows", "rowsMissing"]]);
});

it("sends fixed values by their names, and takes each name once", () => {
  const carrying = (...names: string[]): BatchFormValues => {
    const fixed = names.map((name) => ({ name, value: "1" }));
    const fields = [{ name: "shop", column: "A" }];
    return { ...values, carries: { as: "payload", column: "", fields, fixed } };
  };
  expect(toCheckInput(carrying(" city ", "door"), ID)).toMatchObject({
    carries: { fixed: { city: "1", door: "1" } },
  });
  expect(faultsOf(carrying("city", "door"))).toBeUndefined();
  expect(faultsOf(carrying("city", "city "))).toEqual([["carries.fixed", "payloadNameTwice"]]);
  expect(faultsOf(carrying("shop"))).toEqual([["carries.fixed", "payloadNameTwice"]]);
  expect(faultsOf(carrying(" "))?.at(-1)).toEqual(["carries.fixed", "fixedNameMissing"]);
  // Other ways to carry have none, so what was typed there does not stand in the way.
  const asScene = { ...carrying("city", "city").carries, as: "scene" as const, column: "A" };
  expect(faultsOf({ ...values, carries: asScene })).toBeUndefined();
});

it("says everything that is wrong at once", () => {
  const nothing = { ...values, name: "", labelTemplate: "" };
  expect(faultsOf(nothing, null)).toEqual([
    ["name", "batchNameMissing"],
    ["labelTemplate", "labelMissing"],
    ["rows", "rowsMissing"],
  ]);
});
