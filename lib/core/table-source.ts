/** The rows of a file somebody downloads, read a page at a time. */
export interface TableSource<Row> {
  header: readonly string[];
  /** The page at a cursor, the first without one; `next` is null after the last. */
  readPage: (
    cursor: string | undefined,
  ) => Promise<{ rows: readonly Row[]; next: string | null | undefined }>;
  toCells: (row: Row) => readonly (string | number)[];
}
