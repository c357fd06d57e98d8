/** As the database makes them (migration scene_versions_and_scans), and the three letters people type for digits. */
const SERIAL = /^([ACDEFGHJKLMNPRTUVWXY][2-9][ACDEFGHJKLMNPRTUVWXY]{1,2})([0-9OIL]{4})$/;

/**
 * A code's serial out of what somebody typed or read aloud: in any case, with spaces, with or without its
 * hyphen, O for 0 and I or L for 1 among the last four. Null when it is no serial.
 */
export function readSerial(text: string): string | null {
  const typed = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Dash_Punctuation}]/gu, "");
  const parts = SERIAL.exec(typed);
  if (!parts) return null;
  const [, block, digits = ""] = parts;
  return `${block}-${digits.replaceAll("O", "0").replace(/[IL]/g, "1")}`;
}
