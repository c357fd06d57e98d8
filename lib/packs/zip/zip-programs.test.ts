import { createWriteStream } from "node:fs";
import { mkdtemp, open, readdir, readFile, rm, stat } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { crc32 } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toDosTime } from "@/lib/packs/zip/dos-time";
import { memorySource } from "@/lib/packs/zip/testing/memory-source";
import { ask7z, askPython, askUnzip, listWith7z, unpack } from "@/lib/packs/zip/testing/programs";
import { ZipLayout } from "@/lib/packs/zip/zip-layout";
import { localRecord } from "@/lib/packs/zip/zip-records";
import { zipStream } from "@/lib/packs/zip/zip-stream";
import type { ZipSource } from "@/lib/packs/zip/zip-stream";

const GIB = 1024 ** 3;
/** Other people's programs have their own pace. */
const MANY_MS = 120_000;
const AT = new Date("2026-11-21T04:05:07Z");
/** As long as a segment may be on every system, and 300 letters for those that take them. */
const NAMES = [
  "上海/徐汇/门店 001.jpg",
  "春季🍵/👨‍👩‍👧 全家.png",
  "CON_.jpg",
  "CON.jpg",
  "trailing dot.",
  "Ümläut é ñ – “quoted” 100 %.png",
  `${"a".repeat(120)}/${"长".repeat(40)}/${"b".repeat(140)}.png`,
  "leer.txt",
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "mintdesk-zip-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function save(name: string, source: ZipSource): Promise<string> {
  const file = path.join(folder, name);
  await pipeline(zipStream(source), createWriteStream(file));
  expect((await stat(file)).size).toBe(source.byteSize);
  return file;
}

describe("other people's programs", () => {
  it("open a pack with Chinese, emoji, 300 letters and an empty file, and find every byte right", async () => {
    const contents = NAMES.map((name, index) => ({
      path: name,
      bytes: Buffer.alloc(name === "leer.txt" ? 0 : 1_000 + index, name),
    }));
    const source = memorySource(contents);
    const file = await save("names.zip", source);

    expect(await askUnzip(file)).toContain("No errors detected");
    const { bad, files } = await askPython(file, "test");
    expect(bad).toBeNull();
    expect(files).toEqual(
      source.files.map((own) => [own.path, own.byteSize, [2026, 11, 21, 12, 5, 6], own.zipOffset]),
    );
    expect(await ask7z(file)).toContain("Everything is Ok");
    expect(await listWith7z(file)).toEqual(source.files.map((own) => [own.path, own.byteSize]));
  });

  it("make files of it that are called and filled as they should be", async () => {
    const contents = NAMES.map((name) => ({ path: name, bytes: Buffer.from(`in ${name}`) }));
    const file = await save("unpacked.zip", memorySource(contents));
    const target = path.join(folder, "unpacked");
    await unpack(file, target);
    const found = await readdir(target, { recursive: true, withFileTypes: true });
    expect(found.filter((entry) => entry.isFile())).toHaveLength(NAMES.length);
    for (const { path: name, bytes } of contents) {
      expect(await readFile(path.join(target, name))).toEqual(bytes);
      expect((await stat(path.join(target, name))).mode & 0o777).toBe(0o644);
    }
  });

  it("open an empty one", async () => {
    const file = await save("empty.zip", memorySource([]));
    expect((await askPython(file, "test")).files).toEqual([]);
    expect(await ask7z(file)).toContain("Everything is Ok");
  });

  it(
    "open 70,000 files, which ask for ZIP64",
    async () => {
      const contents = Array.from({ length: 70_000 }, (_, index) => ({
        path: `门店/${index % 100}/${index}.txt`,
        bytes: Buffer.from(String(index)),
      }));
      const source = memorySource(contents, { pageSize: 1_000 });
      const file = await save("many.zip", source);
      expect(await askUnzip(file, ["门店/99/69999.txt"])).toContain("No errors");
      const { bad, files } = await askPython(file, "test");
      expect(bad).toBeNull();
      expect(files.map(([name]) => name)).toEqual(contents.map(({ path }) => path));
      expect(await ask7z(file)).toContain("Files: 70000");
    },
    MANY_MS,
  );

  it("open 9 GiB, with a file beyond 4 GiB and one behind it", async () => {
    const { file, sizes } = await saveSparse("large.zip");
    const { files } = await askPython(file, "list");
    expect(files.map(([name, size]) => [name, size])).toEqual(sizes);
    expect(files.at(-1)?.[3]).toBeGreaterThan(9 * GIB);
    expect(await askUnzip(file, ["last.txt"])).toContain("No errors");
    expect(await listWith7z(file)).toEqual(sizes);
  });
});

/** A ZIP with holes: only its records and its last file are written, so that it takes no room on the disk. */
async function saveSparse(name: string) {
  const end = Buffer.from("the end");
  const layout = new ZipLayout();
  const files = [
    { path: "first.bin", byteSize: 3 * GIB, crc32: 0 },
    { path: "second.bin", byteSize: 6 * GIB, crc32: 0 },
    { path: "last.txt", byteSize: end.length, crc32: crc32(end) },
  ].map((own, index) => {
    return { ...own, objectKey: own.path, position: index + 1, zipOffset: layout.add(own) };
  });
  const source: ZipSource = {
    ...layout.finish(),
    modifiedAt: AT,
    async *listFrom(position) {
      yield files.slice(position - 1);
    },
    positionAt: async () => 1,
    read: () => Promise.reject(new Error("No picture is read.")),
  };
  const { centralOffset: start, byteSize } = source;
  const file = path.join(folder, name);
  const handle = await open(file, "w");
  for (const own of files) await write(handle, localRecord(own, toDosTime(AT)), own.zipOffset);
  await write(handle, end, start - end.length);
  const directory = zipStream(source, { range: { start, end: byteSize - 1 } });
  await write(handle, await new Response(directory).bytes(), start);
  await handle.close();
  return { file, sizes: files.map((own) => [own.path, own.byteSize]) };
}

async function write(handle: FileHandle, bytes: Uint8Array, offset: number): Promise<void> {
  await handle.write(bytes, 0, bytes.length, offset);
}
