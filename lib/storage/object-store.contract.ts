import { createHash, randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";
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

  describeStreams(open, key, bytes);

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
    await expect(store.openRange(missing, 0, 1)).rejects.toMatchObject({ code: "not_found" });
  });

  it("lists what lies below a prefix, in order, and nothing below another", async () => {
    const store = open();
    for (const name of ["b", "a"]) await store.put(`audit/checkpoints/${name}`, bytes);
    await store.put("audit/others/c", bytes);
    expect(await store.list("audit/checkpoints/")).toEqual([
      "audit/checkpoints/a",
      "audit/checkpoints/b",
    ]);
    expect(await store.list("audit/none/")).toEqual([]);
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

/** What it must do for what is too large for memory. */
function describeStreams(open: () => ObjectStore, key: string, bytes: Buffer): void {
  it("gives back a part of them", async () => {
    const store = open();
    await store.put(key, bytes);
    expect(await buffer(await store.openRange(key, 100, 64_999))).toEqual(
      bytes.subarray(100, 65_000),
    );
  });

  it("takes bytes one after the other, and tells what it measured of them", async () => {
    const store = open();
    const stored = await store.putStream("packs/a/b/manifest.csv", piecesOf(bytes));
    expect(stored).toEqual({
      byteSize: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      crc32: crc32(bytes),
    });
    expect(await store.read("packs/a/b/manifest.csv")).toEqual(bytes);
  });

  it("keeps nothing of a source that fails, and throws what it threw", async () => {
    const store = open();
    const failure = new Error("the source ran dry");
    const failing = async function* () {
      yield bytes;
      throw failure;
    };
    await expect(store.putStream("packs/a/b/1.png", failing())).rejects.toBe(failure);
    expect(await store.stat("packs/a/b/1.png")).toBeNull();
  });

  it("removes what lies below a prefix and nothing else, also a second time", async () => {
    const store = open();
    for (const name of ["packs/a/b/1.png", "packs/a/c/2.png", "packs/ab/1.png"]) {
      await store.put(name, bytes);
    }
    await store.removeAll("packs/a/");
    await store.removeAll("packs/a/");
    expect(await store.stat("packs/a/b/1.png")).toBeNull();
    expect(await store.stat("packs/a/c/2.png")).toBeNull();
    expect(await store.stat("packs/ab/1.png")).toEqual({ byteSize: bytes.length });
    await expect(store.removeAll("packs/a")).rejects.toThrow("Not a whole folder");
  });
}

async function* piecesOf(bytes: Buffer) {
  for (let start = 0; start < bytes.length; start += 9_999)
    yield bytes.subarray(start, start + 9_999);
}
