import { toDosTime } from "@/lib/packs/zip/dos-time";
import type { ByteRange } from "@/lib/packs/zip/parse-range";
import { readAhead } from "@/lib/packs/zip/read-ahead";
import type { PlacedFile } from "@/lib/packs/zip/zip-file";
import { centralRecord, endRecords, localRecord } from "@/lib/packs/zip/zip-records";
import type { ZipSource } from "@/lib/packs/zip/zip-source";

export interface ZipRead {
  range: ByteRange;
  readFile: (file: PlacedFile) => Promise<Buffer>;
  signal: AbortSignal;
}

/** The bytes of a ZIP within a range, piece by piece; only what the range touches is read. */
export async function* zipBytes(source: ZipSource, read: ZipRead): AsyncGenerator<Buffer> {
  const { centralOffset } = source;
  if (read.range.start < centralOffset) yield* fileBytes(source, read);
  if (read.range.end >= centralOffset) yield* centralBytes(source, read);
}

async function* fileBytes(source: ZipSource, read: ZipRead): AsyncGenerator<Buffer> {
  const { range, readFile, signal } = read;
  const dosTime = toDosTime(source.modifiedAt);
  let offset: number | null = null;
  for await (const [file, bytes] of readAhead(filesWithin(source, range), readFile, signal)) {
    const { zipOffset } = file;
    if (offset === null ? zipOffset > range.start : zipOffset !== offset) throw notThatZip();
    const record = localRecord(file, dosTime);
    yield cut(record, zipOffset, range);
    yield cut(bytes, zipOffset + record.length, range);
    offset = zipOffset + record.length + bytes.length;
  }
  const isWhole = offset !== null && offset >= Math.min(range.end + 1, source.centralOffset);
  if (!isWhole && !signal.aborted) throw notThatZip();
}

async function* filesWithin(source: ZipSource, { start, end }: ByteRange) {
  for await (const files of source.listFrom(await source.positionAt(start))) {
    for (const file of files) {
      if (file.zipOffset > end) return;
      yield file;
    }
  }
}

async function* centralBytes(
  source: ZipSource,
  { range, signal }: ZipRead,
): AsyncGenerator<Buffer> {
  const dosTime = toDosTime(source.modifiedAt);
  let offset = source.centralOffset;
  for await (const files of source.listFrom(1)) {
    if (offset > range.end || signal.aborted) return;
    const records = Buffer.concat(files.map((file) => centralRecord(file, dosTime)));
    yield cut(records, offset, range);
    offset += records.length;
  }
  const end = endRecords(source);
  if (offset + end.length !== source.byteSize) throw notThatZip();
  yield cut(end, offset, range);
}

/** What of these bytes, which stand at that offset, lies in the range. */
function cut(bytes: Buffer, offset: number, { start, end }: ByteRange): Buffer {
  return bytes.subarray(Math.max(0, start - offset), Math.max(0, end + 1 - offset));
}

function notThatZip(): Error {
  return new Error("The rows of this ZIP do not make the ZIP they were placed for.");
}
