import type { RandomReader } from "@/lib/packs/verify/random-reader";

/** A file the browser was given, read in slices, so that its size does not matter. */
export function blobReader(blob: Blob): RandomReader {
  return {
    byteSize: blob.size,
    read: async (start, length) =>
      new Uint8Array(await blob.slice(start, start + length).arrayBuffer()),
  };
}
