const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cf}]/gu;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const MAX_LENGTH = 80;

/** A download's name: the label where file systems allow it, and the extension the bytes ask for. */
export function pictureFileName(label: string, mediaType: string): string {
  const cleaned = label.normalize("NFC").replace(FORBIDDEN, " ").replace(/\s+/g, " ");
  const trimmed = [...cleaned]
    .slice(0, MAX_LENGTH)
    .join("")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  const name = trimmed === "" || RESERVED.test(trimmed) ? `code ${trimmed}`.trim() : trimmed;
  return `${name}.${mediaType === "image/png" ? "png" : "jpg"}`;
}
