/** A file of a ZIP is not in the store any more, or is not what it was. */
export class DamagedFileError extends Error {
  override readonly name = "DamagedFileError";

  constructor(
    readonly path: string,
    options?: { cause?: unknown },
  ) {
    super(`The stored bytes of ${path} are missing or damaged.`, options);
  }
}
