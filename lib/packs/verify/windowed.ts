import type { RandomReader } from "@/lib/packs/verify/random-reader";

const WINDOW_BYTES = 4 * 1024 * 1024;

/** Reads much at a time, for a reader that asks for little, mostly one behind the other. */
export function windowed(reader: RandomReader): RandomReader {
  let start = 0;
  let bytes: Uint8Array = new Uint8Array();
  return {
    byteSize: reader.byteSize,
    async read(from, length) {
      const isInside = from >= start && from + length <= start + bytes.length;
      if (!isInside) {
        bytes = await reader.read(from, Math.max(length, WINDOW_BYTES));
        start = from;
      }
      return bytes.subarray(from - start, from - start + length);
    },
  };
}
