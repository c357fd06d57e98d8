/** A file as the directory of a ZIP tells of it. */
export interface ZipEntry {
  path: string;
  /** Its name as it stands there, which its own record must repeat. */
  name: Uint8Array;
  byteSize: number;
  /** Where its own record begins. */
  zipOffset: number;
}
