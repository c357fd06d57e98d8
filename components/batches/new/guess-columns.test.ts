import { expect, it } from "vitest";
import { columnsIn, guessColumns } from "./guess-columns";

it("guesses by names in Chinese and English, and by place without them", () => {
  expect(guessColumns(["门店名称", "编号"])).toMatchObject({
    labelTemplate: "{门店名称}",
    sceneColumn: "编号",
  });
  expect(guessColumns(["Shop name", "City", "Scene"])).toMatchObject({
    labelTemplate: "{Shop name}",
    sceneColumn: "Scene",
  });
  expect(guessColumns(["A"])).toMatchObject({ labelTemplate: "{A}", sceneColumn: "A" });
  expect(guessColumns(["A", "B"])).toMatchObject({ labelTemplate: "{A}" });
});

it("finds the columns of a template", () => {
  expect(columnsIn("p?id={编号}&n={店 名}&again={编号}&{")).toEqual(["编号", "店 名"]);
});
