/** A file of a ZIP: what it is called there, and where its bytes lie. */
export interface ZipFile {
  /** With `/` between folders. */
  path: string;
  objectKey: string;
  crc32: number;
  byteSize: number;
}

/** A file with its place in the ZIP. */
export interface PlacedFile extends ZipFile {
  /** Counts from 1. */
  position: number;
  /** Where its record begins. */
  zipOffset: number;
}
