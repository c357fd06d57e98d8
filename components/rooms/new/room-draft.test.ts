import { expect, test } from "vitest";
import { readRoomDraft, writeRoomDraft } from "@/components/rooms/new/room-draft";
import { emptyRoomForm } from "@/components/rooms/new/room-form-values";

/** A store as a browser has it, with what was written last. */
function memoryStore() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  };
}

/** As a browser answers that keeps nothing. */
function refuse(): never {
  throw new Error("denied");
}

const savedAt = new Date("2026-11-22T08:00:00Z");
const values = { ...emptyRoomForm("2026-11-22"), name: "合作方", password: "a good password" };

test("a form comes back to whoever filled it in, without its password", () => {
  const store = memoryStore();
  writeRoomDraft(store, "lin", { savedAt, values });
  expect(readRoomDraft(store, "lin")).toEqual({ savedAt, values: { ...values, password: "" } });
  expect(readRoomDraft(store, "chen")).toBeNull();
  expect([...store.kept.values()].join()).not.toContain(values.password);
  writeRoomDraft(store, "lin", null);
  expect(readRoomDraft(store, "lin")).toBeNull();
});

test("what nobody can read any more, and a browser that keeps nothing, are no draft", () => {
  const store = memoryStore();
  store.setItem("mintdesk-new-room-draft-lin", '{"savedAt":1,"values":{"name":3}}');
  expect(readRoomDraft(store, "lin")).toBeNull();
  const closed = { getItem: refuse, setItem: refuse, removeItem: refuse };
  expect(readRoomDraft(closed, "lin")).toBeNull();
  expect(() => writeRoomDraft(closed, "lin", { savedAt, values })).not.toThrow();
});
