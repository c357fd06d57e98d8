import { encodePath } from "@/lib/packs/zip/encode-path";
import { asksForZip64, centralSize, endSize, localSize } from "@/lib/packs/zip/zip-sizes";

export interface ZipExtent {
  fileCount: number;
  /** Where the directory begins. */
  centralOffset: number;
  byteSize: number;
}

/**
 * Places files in a ZIP one after the other, by names and sizes alone. It remembers nothing of them but their paths,
 * for two of one name would be one when unpacked.
 */
export class ZipLayout {
  readonly #paths = new Set<string>();
  #offset = 0;
  #centralBytes = 0;

  /** Gives where the file's record begins. */
  add({ path, byteSize }: { path: string; byteSize: number }): number {
    const nameBytes = encodePath(path).length;
    if (this.#paths.has(path)) throw new Error(`Two files of a ZIP are called ${path}.`);
    this.#paths.add(path);
    const zipOffset = this.#offset;
    this.#offset += localSize(nameBytes, byteSize) + byteSize;
    this.#centralBytes += centralSize(nameBytes, byteSize, zipOffset);
    return zipOffset;
  }

  finish(): ZipExtent {
    const fileCount = this.#paths.size;
    const endOffset = this.#offset + this.#centralBytes;
    const byteSize = endOffset + endSize(asksForZip64(fileCount, endOffset));
    return { fileCount, centralOffset: this.#offset, byteSize };
  }
}
