import { expect, it } from "vitest";
import { dropBatchDraft, readBatchDraft, writeBatchDraft } from "./batch-draft";
import { emptyBatchForm } from "./batch-form-values";
import { NO_ROWS } from "./rows-source";

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

const draft = {
  savedAt: new Date(1_000),
  values: { ...emptyBatchForm(undefined), name: "春节门店" },
  source: { ...NO_ROWS, lines: "a\n".repeat(2_000) },
};

it("brings back what was typed, for its person only", () => {
  const store = storeOf(100_000);
  writeBatchDraft(store, "a", draft);
  expect(readBatchDraft(store, "a")).toEqual(draft);
  expect(readBatchDraft(store, "b")).toBeNull();
  dropBatchDraft(store, "a");
  expect(readBatchDraft(store, "a")).toBeNull();
});

it("keeps the form without its rows where the store is too small for them", () => {
  const store = storeOf(3_000);
  writeBatchDraft(store, "a", draft);
  expect(readBatchDraft(store, "a")).toMatchObject({
    values: { name: "春节门店" },
    source: { lines: "" },
  });
});
