import type { PlacedFile } from "@/lib/packs/zip/zip-file";
import type { ZipExtent } from "@/lib/packs/zip/zip-layout";

/** Where a ZIP comes from: rows that say what is in it, and a store with the bytes. */
export interface ZipSource extends ZipExtent {
  modifiedAt: Date;
  /** Pages of files from a position (counted from 1) on, in order. */
  listFrom(position: number): AsyncIterable<readonly PlacedFile[]>;
  /** The last file whose record begins at or before this offset. */
  positionAt(offset: number): Promise<number>;
  /** May throw NotFoundError. */
  read(objectKey: string): Promise<Buffer>;
}
