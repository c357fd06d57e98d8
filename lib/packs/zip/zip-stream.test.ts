import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DamagedFileError } from "@/lib/packs/zip/damaged-file-error";
import { memorySource } from "@/lib/packs/zip/testing/memory-source";
import type { MemoryFile } from "@/lib/packs/zip/testing/memory-source";
import { zipStream } from "@/lib/packs/zip/zip-stream";
import type { ByteRange, ZipSource } from "@/lib/packs/zip/zip-stream";

const bytesOf = async (source: ZipSource, range?: ByteRange) =>
  Buffer.from(await new Response(zipStream(source, { range })).arrayBuffer());

function pictures(count: number, byteSize = 60_000): MemoryFile[] {
  return Array.from({ length: count }, (_, index) => ({
    path: `店/${index}.png`,
    bytes: Buffer.alloc(byteSize, index),
  }));
}

const anyFiles = fc
  .uniqueArray(fc.stringMatching(/^[a-z门🍵]{1,9}(\/[a-z]{1,4})?$/u), { maxLength: 12 })
  .chain((paths) =>
    fc.tuple(
      ...paths.map((path) =>
        fc
          .uint8Array({ maxLength: 40 })
          .map((bytes): MemoryFile => ({ path, bytes: Buffer.from(bytes) })),
      ),
    ),
  );

describe("the stream of a ZIP", () => {
  it("is as long as it was said to be, and the same every time", async () => {
    const source = memorySource(pictures(50));
    const whole = await bytesOf(source);
    expect(whole.length).toBe(source.byteSize);
    const again = await bytesOf(memorySource(pictures(50), { pageSize: 50 }));
    expect(again.equals(whole)).toBe(true);
  });

  it("gives for any range what stands there in the whole", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyFiles,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 5 }),
        async (files, first, second, pageSize) => {
          const source = memorySource(files, { pageSize });
          const whole = await bytesOf(source);
          expect(whole.length).toBe(source.byteSize);
          const [start = 0, end = 0] = [first, second]
            .map((place) => place % source.byteSize)
            .toSorted((one, other) => one - other);
          expect(await bytesOf(source, { start, end })).toEqual(whole.subarray(start, end + 1));
          expect(source.openCount()).toBe(0);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("begins and ends at every single byte of a small one", async () => {
    const source = memorySource([
      { path: "一.png", bytes: Buffer.from("abc") },
      { path: "leer", bytes: Buffer.alloc(0) },
      { path: "b/c.png", bytes: Buffer.from("de") },
    ]);
    const whole = await bytesOf(source);
    for (let cut = 0; cut < whole.length; cut += 1) {
      const last = { start: cut, end: whole.length - 1 };
      expect(await bytesOf(source, last)).toEqual(whole.subarray(cut));
      expect(await bytesOf(source, { start: 0, end: cut })).toEqual(whole.subarray(0, cut + 1));
    }
  });

  it("reads of a range only what it touches", async () => {
    const source = memorySource(pictures(100));
    const tenth = source.files[9]?.zipOffset ?? 0;
    await bytesOf(source, { start: tenth, end: tenth + 70_000 });
    expect(source.readKeys).toEqual(["store/店/9.png", "store/店/10.png"]);
    await bytesOf(source, { start: source.centralOffset, end: source.byteSize - 1 });
    expect(source.readKeys).toHaveLength(2);
  });

  it.each([
    ["an instant source", undefined],
    ["a slow one, whose readings end in any order", () => sleep(Math.random() * 8)],
  ])("gives the same from %s", async (_, wait) => {
    const expected = await bytesOf(memorySource(pictures(60, 900)));
    const source = memorySource(pictures(60, 900), { wait });
    expect(await bytesOf(source)).toEqual(expected);
    expect(source.openCount()).toBe(0);
  });

  it("reads no further than a few pictures ahead of a reader that waits", async () => {
    const source = memorySource(pictures(500));
    const reader = zipStream(source).getReader();
    await sleep(20);
    expect(source.readKeys.length).toBeLessThan(40);
    await reader.read();
    await sleep(20);
    expect(source.readKeys.length).toBeLessThan(60);
    await reader.cancel();
  });

  it("reads few at a time when they are large", async () => {
    let most = 0;
    const source = memorySource(pictures(8, 3_000_000), { wait: () => sleep(2) });
    const read = (key: string) => {
      most = Math.max(most, source.openCount());
      return source.read(key);
    };
    await new Response(zipStream({ ...source, read })).arrayBuffer();
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(3);
  });

  it("stops when its reader goes away, and leaves nothing open", async () => {
    const source = memorySource(pictures(500), { wait: () => sleep(1) });
    const reader = zipStream(source).getReader();
    await reader.read();
    await reader.cancel();
    const readCount = source.readKeys.length;
    expect(source.openCount()).toBe(0);
    await sleep(20);
    expect(source.readKeys).toHaveLength(readCount);
    expect(readCount).toBeLessThan(60);
  });

  it("stops as well when its reader goes away while it waits", async () => {
    const source = memorySource(pictures(500), { wait: () => sleep(5) });
    const reader = zipStream(source).getReader();
    const reading = reader.read();
    await sleep(1);
    await reader.cancel();
    await reading;
    expect(source.openCount()).toBe(0);
    expect(source.readKeys.length).toBeLessThan(60);
  });
});

describe("a picture that the store has lost or damaged", () => {
  it.each([
    ["lost", (source: ReturnType<typeof memorySource>) => source.lose("店/7.png")],
    [
      "shorter",
      (source: ReturnType<typeof memorySource>) =>
        source.change("店/7.png", Buffer.alloc(59_999, 7)),
    ],
    [
      "changed",
      (source: ReturnType<typeof memorySource>) =>
        source.change("店/7.png", Buffer.alloc(60_000, 8)),
    ],
  ])("breaks the stream before a byte of it is out, by name: %s", async (_, spoil) => {
    const source = memorySource(pictures(20));
    spoil(source);
    const damaged: string[] = [];
    const stream = zipStream(source, { onDamage: (path) => damaged.push(path) });
    let sent = 0;
    const reading = (async () => {
      for await (const chunk of stream) sent += chunk.length;
    })();
    await expect(reading).rejects.toBeInstanceOf(DamagedFileError);
    expect(damaged).toEqual(["店/7.png"]);
    expect(sent).toBeLessThanOrEqual(source.files[7]?.zipOffset ?? 0);
    expect(source.openCount()).toBe(0);
  });

  it("does not matter to a range without it", async () => {
    const source = memorySource(pictures(20));
    const whole = await bytesOf(source);
    source.lose("店/7.png");
    const start = source.files[8]?.zipOffset ?? 0;
    const range = { start, end: source.byteSize - 1 };
    expect((await bytesOf(source, range)).equals(whole.subarray(start))).toBe(true);
  });

  it("is told apart from a store that cannot be read", async () => {
    const damaged: string[] = [];
    const source = memorySource(pictures(3), {
      wait: () => Promise.reject(new Error("too many open files")),
    });
    const stream = zipStream(source, { onDamage: (path) => damaged.push(path) });
    await expect(new Response(stream).arrayBuffer()).rejects.toThrow();
    expect(damaged).toEqual([]);
    expect(source.openCount()).toBe(0);
  });
});

describe("rows that do not make the ZIP they were placed for", () => {
  it("break the stream", async () => {
    const source = memorySource(pictures(10));
    const without = (position: number): ZipSource => ({
      ...source,
      async *listFrom(from) {
        for await (const page of source.listFrom(from)) {
          yield page.filter((file) => file.position !== position);
        }
      },
    });
    for (const position of [1, 5, 10]) {
      await expect(bytesOf(without(position)), String(position)).rejects.toThrow();
    }
    const wrong = { ...source, byteSize: source.byteSize + 1 };
    await expect(bytesOf(wrong)).rejects.toThrow();
  });
});
