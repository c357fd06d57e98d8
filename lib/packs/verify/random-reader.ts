/** A file of which any part can be read: one on the disk, or one a browser was given. */
export interface RandomReader {
  byteSize: number;
  /** Exactly so many bytes from there on; fewer where the file ends. */
  read(start: number, length: number): Promise<Uint8Array>;
}
