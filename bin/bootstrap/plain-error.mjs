/** A failure whose reader is a person: what happened, why, and what to do about it. */
export class PlainError extends Error {
  /**
   * @param {string} message what could not be done
   * @param {{ cause: string, fix: string, output?: string }} details
   */
  constructor(message, { cause, fix, output = "" }) {
    super(message);
    this.name = "PlainError";
    /** @type {string} */
    this.reason = cause;
    /** @type {string} */
    this.fix = fix;
    /** @type {string} What the failed program printed; may be empty. */
    this.output = output;
  }
}

/**
 * The text shown for any failure. Unexpected ones keep their stack: nobody else will see it.
 * @param {unknown} error
 * @returns {string}
 */
export function describeError(error) {
  if (!(error instanceof PlainError)) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const output = error.output.trim();
  const lines = [error.message, `  Cause: ${error.reason}`, `  Fix:   ${error.fix}`];
  return (output === "" ? lines : [output, "", ...lines]).join("\n");
}

/**
 * The code of a system error such as ENOSPC, or "" for anything else.
 * @param {unknown} error
 * @returns {string}
 */
export function errorCode(error) {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : "";
}
