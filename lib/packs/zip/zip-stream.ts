import { DamagedFileError } from "@/lib/packs/zip/damaged-file-error";
import { gatherSmall } from "@/lib/packs/zip/gather-small";
import type { ByteRange } from "@/lib/packs/zip/parse-range";
import { readChecked } from "@/lib/packs/zip/read-checked";
import { zipBytes } from "@/lib/packs/zip/zip-bytes";
import type { PlacedFile } from "@/lib/packs/zip/zip-file";
import type { ZipSource } from "@/lib/packs/zip/zip-source";

export type { ByteRange, ZipSource };

interface ZipStreamOptions {
  /** Without it the whole. */
  range?: ByteRange;
  /** Told the path of a file that the store has lost or damaged. */
  onDamage?: (path: string) => void;
}

/**
 * A ZIP, or a range of it, made as it is read; the same bytes every time. What the store has lost or damaged breaks
 * the stream, for a ZIP that is short and opens would hide it. A reader that goes away ends the work.
 */
export function zipStream(
  source: ZipSource,
  { range = { start: 0, end: source.byteSize - 1 }, onDamage }: ZipStreamOptions = {},
): ReadableStream<Uint8Array> {
  const stop = new AbortController();
  async function readFile(file: PlacedFile): Promise<Buffer> {
    try {
      return await readChecked(source, file);
    } catch (error) {
      if (error instanceof DamagedFileError) onDamage?.(file.path);
      throw error;
    }
  }
  const pieces = gatherSmall(zipBytes(source, { range, readFile, signal: stop.signal }));
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        stop.abort();
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
