const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cf}]/gu;
/** Names Windows keeps for devices, with whatever stands behind a dot. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d\u00B9\u00B2\u00B3])\s*(\.|$)/i;

/** A text as file systems allow it in a name, neither hidden nor ending in a dot; may be empty. */
export function cleanName(text: string): string {
  const cleaned = text.toWellFormed().normalize("NFC").replace(FORBIDDEN, " ");
  return trimName(cleaned.replace(/\s+/g, " "));
}

/** Without what a name may not begin or end with, as it does after it was cut. */
export function trimName(name: string): string {
  return name.replace(/^[\s.]+|[\s.]+$/g, "");
}

/** Whether it needs something in front of it. */
export function isReservedName(name: string): boolean {
  return RESERVED.test(name);
}
