import { expect, it } from "vitest";
import { AS_GUESSED, NO_ROWS, pasteWith, RowsSource } from "./rows-source";

it("keeps a choice while its text is worked on, and forgets it with the text", () => {
  const paste = { text: "a,b", choice: { ...AS_GUESSED, hasHeader: true } };
  expect(pasteWith(paste, "a,b\n1,2").choice.hasHeader).toBe(true);
  expect(pasteWith(paste, " \n").choice).toEqual(AS_GUESSED);
});

it("comes back from JSON, also with a cleared number field", () => {
  const source = { ...NO_ROWS, serial: { ...NO_ROWS.serial, count: Number.NaN } };
  expect(RowsSource.parse(JSON.parse(JSON.stringify(source)))).toEqual(NO_ROWS);
});
