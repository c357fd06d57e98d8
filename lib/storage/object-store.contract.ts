import { createHash, randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { expect, it } from "vitest";
import type { ObjectStore } from "@/lib/storage/object-store";
import { pictureKey } from "@/lib/storage/object-keys";

/** What every object store must do; each adapter's test runs it. */
export function describeObjectStore(open: () => ObjectStore): void {
  const bytes = randomBytes(70_000);
  const key = pictureKey(createHash("sha256").update(bytes).digest("hex"));

  it("gives back the bytes it was given, as a whole and as a stream", async () => {
    const store = open();
    await store.put(key, bytes);
    expect(await store.read(key)).toEqual(bytes);
    expect(await buffer(await store.open(key))).toEqual(bytes);
    expect(await store.stat(key)).toEqual({ byteSize: bytes.length });
  });

  it("takes the same object many times at once", async () => {
    const store = open();
    await Promise.all(Array.from({ length: 8 }, () => store.put(key, bytes)));
    expect(await store.read(key)).toEqual(bytes);
  });

  it("says not found for what it never had", async () => {
    const store = open();
    const missing = pictureKey("0".repeat(64));
    expect(await store.stat(missing)).toBeNull();
    await expect(store.read(missing)).rejects.toMatchObject({ code: "not_found" });
    await expect(store.open(missing)).rejects.toMatchObject({ code: "not_found" });
  });

  it("refuses room it does not have", async () => {
    const store = open();
    await store.ensureRoom(1);
    await expect(store.ensureRoom(Number.MAX_SAFE_INTEGER)).rejects.toMatchObject({
      code: "storage_unavailable",
      reason: "storageFull",
    });
  });
}
