import { describe, expect, it } from "vitest";
import { toDosTime } from "@/lib/packs/zip/dos-time";
import { ZipLayout } from "@/lib/packs/zip/zip-layout";
import { centralRecord, endRecords, localRecord } from "@/lib/packs/zip/zip-records";

const GIB = 1024 ** 3;
const TIME = toDosTime(new Date("2026-11-21T04:05:07Z"));
const NAME = "a.png".length;

function place(sizes: readonly number[]) {
  const layout = new ZipLayout();
  const files = sizes.map((byteSize, index) => {
    const path = `${index}.png`;
    const zipOffset = layout.add({ path, byteSize });
    return { path, byteSize, zipOffset, position: index + 1, crc32: 0, objectKey: path };
  });
  return { files, extent: layout.finish() };
}

/** What the records themselves come to, written one by one. */
function weigh({ files, extent }: ReturnType<typeof place>) {
  let offset = 0;
  const offsets = files.map((file) => {
    const zipOffset = offset;
    offset += localRecord(file, TIME).length + file.byteSize;
    return zipOffset;
  });
  const centralOffset = offset;
  for (const file of files) offset += centralRecord(file, TIME).length;
  return { offsets, centralOffset, byteSize: offset + endRecords(extent).length };
}

function readTime(at: string): number[] {
  const { date, time } = toDosTime(new Date(at));
  const day = [1980 + (date >> 9), (date >> 5) & 15, date & 31];
  return [...day, time >> 11, (time >> 5) & 63, (time & 31) * 2];
}

describe("the layout of a ZIP", () => {
  it("places files one behind the other", () => {
    const { files, extent } = place([10, 0, 7]);
    expect(files.map(({ zipOffset }) => zipOffset)).toEqual([0, 45, 80]);
    expect(extent).toEqual({ fileCount: 3, centralOffset: 122, byteSize: 122 + 3 * 51 + 22 });
    expect(new ZipLayout().finish()).toEqual({ fileCount: 0, centralOffset: 0, byteSize: 22 });
  });

  it.each([
    ["small files", [10, 0, 70_000]],
    ["a file of 4 GiB", [4 * GIB, 1]],
    [
      "a file of one byte less than 4 GiB less one, the last that does without ZIP64",
      [4 * GIB - 2],
    ],
    ["a file of 4 GiB less one, the first that does not", [4 * GIB - 1]],
    ["files that begin behind 4 GiB", [3 * GIB, 3 * GIB, 5, 6 * GIB, 0]],
    ["a directory that ends at 4 GiB less one", [4 * GIB - 1 - (30 + NAME) - (46 + NAME)]],
    ["a directory that ends one byte earlier", [4 * GIB - 2 - (30 + NAME) - (46 + NAME)]],
  ])("knows to the byte what its records come to: %s", (_, sizes) => {
    const placed = place(sizes);
    const { offsets, ...whole } = weigh(placed);
    expect(placed.files.map(({ zipOffset }) => zipOffset)).toEqual(offsets);
    expect({ fileCount: sizes.length, ...whole }).toEqual(placed.extent);
  });

  it("begins with ZIP64 at 65,535 files and at 4 GiB less one, where the old fields are full", () => {
    const end = ({ extent }: ReturnType<typeof place>) => endRecords(extent).length;
    expect(end(place(Array.from({ length: 65_534 }, () => 1)))).toBe(22);
    expect(end(place(Array.from({ length: 65_535 }, () => 1)))).toBe(98);
    const last = 4 * GIB - 2 - (30 + NAME) - (46 + NAME);
    expect(end(place([last]))).toBe(22);
    expect(end(place([last + 1]))).toBe(98);
  });

  it("refuses two files of one name, and names that lead elsewhere", () => {
    const layout = new ZipLayout();
    layout.add({ path: "上海/1.png", byteSize: 1 });
    expect(() => layout.add({ path: "上海/1.png", byteSize: 1 })).toThrow("上海/1.png");
    const names = ["", "/a", "a/", "a//b", "../a", "a/../b", ".", "a\\b", "a\0", "\ud800"];
    for (const path of names) expect(() => layout.add({ path, byteSize: 1 }), path).toThrow();
    expect(() => layout.add({ path: "长".repeat(21_846), byteSize: 1 })).toThrow();
    expect(layout.finish().fileCount).toBe(1);
  });

  it("tells the time of Beijing, and the nearest there is outside 1980 to 2107", () => {
    expect(readTime("2026-11-21T04:05:07Z")).toEqual([2026, 11, 21, 12, 5, 6]);
    expect(readTime("2026-12-31T16:00:00Z")).toEqual([2027, 1, 1, 0, 0, 0]);
    expect(readTime("1970-01-01T00:00:00Z")[0]).toBe(1980);
    expect(readTime("2200-01-01T00:00:00Z")[0]).toBe(2107);
  });
});
