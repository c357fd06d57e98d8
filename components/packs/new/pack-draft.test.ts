import { describe, expect, it } from "vitest";
import { dropPackDraft, readPackDraft, writePackDraft } from "./pack-draft";
import { emptyPackForm } from "./pack-form-values";

function memoryStore() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

function closed(): never {
  throw new Error("closed");
}

const values = emptyPackForm("门店 2026-11-21", null);
const draft = { savedAt: new Date(1_750_000_000_000), chosen: "batch 1", values };

describe("the draft of a new pack", () => {
  it("comes back to the person who filled it in, for the same codes only", () => {
    const store = memoryStore();
    writePackDraft(store, "one", draft);
    expect(readPackDraft(store, "one", "batch 1")).toEqual(draft);
    expect(readPackDraft(store, "one", "batch 2")).toBeNull();
    expect(readPackDraft(store, "other", "batch 1")).toBeNull();
    dropPackDraft(store, "one");
    expect(readPackDraft(store, "one", "batch 1")).toBeNull();
  });

  it("keeps labels that do not fit their paper yet, and gives up what nobody can read", () => {
    const store = memoryStore();
    const labels = { ...values.labels, labelWidth: 200 };
    const odd = { ...values, labels, spreadsheet: { ...values.spreadsheet, columns: ["moon"] } };
    store.setItem(
      "mintdesk-new-pack-draft-one",
      JSON.stringify({ savedAt: 1, chosen: "batch 1", values: odd }),
    );
    expect(readPackDraft(store, "one", "batch 1")?.values).toEqual({ ...values, labels });
  });

  it("is left aside when it is of another shape, and no error where the browser keeps nothing", () => {
    const store = memoryStore();
    store.setItem("mintdesk-new-pack-draft-one", '{"savedAt":1,"chosen":"batch 1"}');
    expect(readPackDraft(store, "one", "batch 1")).toBeNull();
    const none = { getItem: closed, setItem: closed, removeItem: closed };
    expect(readPackDraft(none, "one", "batch 1")).toBeNull();
    expect(() => writePackDraft(none, "one", draft)).not.toThrow();
    expect(() => dropPackDraft(none, "one")).not.toThrow();
  });
});
