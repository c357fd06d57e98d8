import { expect, it } from "vitest";
import { readLookDraft, writeLookDraft } from "./look-draft";
import { lookFormOf } from "./look-form";

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  };
}

it("a half-made look comes back for the same look and version, and for no other", () => {
  const store = memory();
  const form = lookFormOf("", null);
  writeLookDraft(store, "a@1", form);
  expect(readLookDraft(store, "a@1")).toEqual(form);
  expect(readLookDraft(store, "a@2")).toBeNull();
  writeLookDraft(store, "a@1", null);
  expect(readLookDraft(store, "a@1")).toBeNull();
});

it("what is no draft, or cannot be kept, is no error", () => {
  const store = { ...memory(), getItem: () => "{" };
  expect(readLookDraft(store, "a")).toBeNull();
  const full = {
    ...memory(),
    setItem: () => {
      throw new Error("full");
    },
  };
  writeLookDraft(full, "a", lookFormOf("", null));
});
