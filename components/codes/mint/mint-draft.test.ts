import { describe, expect, it } from "vitest";
import { dropDraft, readDraft, writeDraft } from "./mint-draft";
import { emptyMintForm } from "./mint-form-values";

function memoryStore() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const draft = { savedAt: new Date(1_750_000_000_000), values: emptyMintForm(undefined) };

describe("the draft of a new code", () => {
  it("comes back to the person who typed it, and to nobody else", () => {
    const store = memoryStore();
    writeDraft(store, "one", draft);
    expect(readDraft(store, "one")).toEqual(draft);
    expect(readDraft(store, "other")).toBeNull();
    dropDraft(store, "one");
    expect(readDraft(store, "one")).toBeNull();
  });

  it("is left aside when it is of another shape", () => {
    const store = memoryStore();
    store.setItem("mintdesk-new-code-draft-one", '{"savedAt":1,"values":{"label":"x"}}');
    expect(readDraft(store, "one")).toBeNull();
  });

  it("is no error where the browser keeps nothing", () => {
    const closed = {
      getItem: () => {
        throw new Error("closed");
      },
      setItem: () => {
        throw new Error("full");
      },
      removeItem: () => {
        throw new Error("closed");
      },
    };
    expect(() => writeDraft(closed, "one", draft)).not.toThrow();
    expect(() => dropDraft(closed, "one")).not.toThrow();
    expect(readDraft(closed, "one")).toBeNull();
  });
});
