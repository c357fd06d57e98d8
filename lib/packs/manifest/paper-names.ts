/** What lies in every ZIP beside the pictures. The manifest in JSON speaks of all others and comes last. */
export const PAPERS = {
  csv: "manifest.csv",
  xlsx: "manifest.xlsx",
  contactSheet: "contact-sheet.html",
  readMe: "readme.txt",
  /** Only where a picture is not there. */
  missing: "MISSING.txt",
  json: "manifest.json",
} as const;

export const PAPER_NAMES: readonly string[] = Object.values(PAPERS);
