import type { PlacedFile } from "@/lib/packs/zip/zip-file";

/** A pack that is ready, as far as its download needs it. */
export interface ServedPack {
  id: string;
  fileName: string;
  mediaType: string;
  fileCount: number;
  byteSize: number;
  /** Null: not a ZIP but the one file. */
  centralOffset: number | null;
  sha256: string;
  readyAt: Date;
}

/** Where the files of a pack stand written; whoever serves it reads them under a role of its own. */
export interface PackFiles {
  /** The next files from a position on (counted from 1), in their order; none after the last. */
  listFiles(packId: string, fromPosition: number): Promise<readonly PlacedFile[]>;
  /** The last file whose record begins at or before this offset. */
  positionAt(packId: string, offset: number): Promise<number>;
}
