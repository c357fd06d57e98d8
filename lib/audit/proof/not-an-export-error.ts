/** The file is nothing that can be checked. */
export class NotAnExportError extends Error {
  constructor() {
    super(
      "This file cannot be checked. Give a proof of a log room (proof.json), or an export of the log that was made for checking (CSV).",
    );
    this.name = "NotAnExportError";
  }
}
