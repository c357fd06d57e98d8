import { expect, it } from "vitest";
import { dropBatchDraft, readBatchDraft, writeBatchDraft } from "./batch-draft";
import type { BatchDraft } from "./batch-draft";
import { emptyBatchForm } from "./batch-form-values";
import { NO_ROWS, SHOWN_TEXT_MAX } from "./rows/rows-source";

const SHEET_ID = "0196f0a0-0000-7000-8000-000000000001";

function storeOf(mostCharacters: number) {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => void kept.delete(key),
    setItem(key: string, value: string) {
      if (value.length > mostCharacters) throw new Error("full");
      kept.set(key, value);
    },
  };
}

const draft: BatchDraft = {
  savedAt: new Date(1_000),
  values: { ...emptyBatchForm(undefined), name: "春节门店" },
  source: { ...NO_ROWS, lines: { text: "a".repeat(SHOWN_TEXT_MAX) } },
  sheetIds: { lines: SHEET_ID },
};

it("brings back what was typed and where its rows are, for its person only", () => {
  const store = storeOf(5_000_000);
  writeBatchDraft(store, "a", draft);
  expect(readBatchDraft(store, "a")).toEqual(draft);
  expect(readBatchDraft(store, "b")).toBeNull();
  dropBatchDraft(store, "a");
  expect(readBatchDraft(store, "a")).toBeNull();
});

it("does without where the browser keeps nothing, and with an older page's draft", () => {
  const store = storeOf(10);
  writeBatchDraft(store, "a", draft);
  expect(readBatchDraft(store, "a")).toBeNull();
  const older = { getItem: () => '{"savedAt":1,"values":{}}' };
  expect(readBatchDraft({ ...storeOf(10), ...older }, "a")).toBeNull();
});
