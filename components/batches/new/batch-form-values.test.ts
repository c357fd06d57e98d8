import { expect, it } from "vitest";
import { batchFormFor, emptyBatchForm, toCheckInput } from "./batch-form-values";

const ID = "0196f0a0-0000-7000-8000-000000000001";
const values = {
  ...emptyBatchForm(undefined),
  name: "门店",
  miniProgramId: ID,
  labelTemplate: "{A}",
  carries: { as: "scene" as const, column: "A", fields: [] },
};
const table = { columns: ["A"], rows: [["1"], ["2"]] };

it("sends only what the chosen kind has, and keeps the rest in the form", () => {
  const written = { ...values, pathTemplate: "pages/index?id={A}", reason: "旧闸机" };
  expect(toCheckInput(written, table)).not.toHaveProperty("pathTemplate");
  const square = toCheckInput({ ...written, kind: "WXA_QRCODE" }, table);
  expect(square).toMatchObject({ pathTemplate: "pages/index?id={A}", reason: "旧闸机" });
  expect(square).not.toHaveProperty("lineColor");
  expect(square).not.toHaveProperty("carries");
});

it("says at the rows that they are missing, and nothing else about them", () => {
  expect(batchFormFor(table).safeParse(values).success).toBe(true);
  const { error } = batchFormFor(null).safeParse(values);
  expect(error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
    ["rows", "rowsMissing"],
  ]);
});
