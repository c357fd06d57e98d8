import { createHash } from "node:crypto";
import { MANIFEST_PATH } from "@/lib/packs/verify/manifest-schema";
import type { RandomReader } from "@/lib/packs/verify/random-reader";
import { memorySource } from "@/lib/packs/zip/testing/memory-source";
import type { MemoryFile } from "@/lib/packs/zip/testing/memory-source";
import { zipStream } from "@/lib/packs/zip/zip-stream";

export const sha256Of = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

export const samplePictures = (count: number): MemoryFile[] =>
  Array.from({ length: count }, (_, index) => ({
    path: `上海/${index}.png`,
    bytes: Buffer.from(`picture ${index}`),
  }));

/** A manifest that names these files. */
export function manifestOf(files: readonly MemoryFile[]): MemoryFile {
  const manifest = {
    pack: { id: "0193-1", name: "春季物料", form: "pictures" },
    files: files.map(({ path, bytes }) => {
      return { path, byteSize: bytes.length, sha256: sha256Of(bytes) };
    }),
    codes: [{ serial: "A-1" }],
  };
  return { path: MANIFEST_PATH, bytes: Buffer.from(JSON.stringify(manifest)) };
}

export async function zipOf(files: readonly MemoryFile[]): Promise<Buffer> {
  return Buffer.from(await new Response(zipStream(memorySource(files))).arrayBuffer());
}

/** A whole pack of these pictures. */
export function packOf(files: readonly MemoryFile[]): Promise<Buffer> {
  return zipOf([manifestOf(files), ...files]);
}

/** Bytes in memory as a file. */
export function readerOf(bytes: Uint8Array): RandomReader {
  return {
    byteSize: bytes.length,
    read: async (start, length) => bytes.subarray(start, start + length),
  };
}
