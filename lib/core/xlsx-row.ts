import { escapeXml } from "@/lib/core/escape-xml";

/** As much as Excel lets a cell hold. */
const TEXT_MAX_LENGTH = 32_767;
const LETTERS = 26;

/**
 * One row of a worksheet. Texts are typed as text, so that none is ever run as a formula; numbers stay
 * numbers. `style` is the number of a cell style, `height` that of the row in points.
 */
export function xlsxRow(
  rowNumber: number,
  cells: readonly (string | number)[],
  style?: number,
  height?: number,
): string {
  const high = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
  const styled = style === undefined ? "" : ` s="${style}"`;
  const written = cells.map((cell, place) => {
    const head = `<c r="${columnLetters(place)}${rowNumber}"${styled}`;
    if (typeof cell === "number" && Number.isFinite(cell)) return `${head}><v>${cell}</v></c>`;
    if (cell === "") return "";
    const text = cellText(String(cell));
    return `${head} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  });
  return `<row r="${rowNumber}"${high}>${written.join("")}</row>`;
}

/** The name of a column by its place from 0: A, B, …, Z, AA. */
function columnLetters(place: number): string {
  const last = String.fromCodePoint(65 + (place % LETTERS));
  return place < LETTERS ? last : columnLetters(Math.floor(place / LETTERS) - 1) + last;
}

function cellText(text: string): string {
  return escapeXml(
    text
      .slice(0, TEXT_MAX_LENGTH)
      // Excel reads `_x000D_` as the character of that number, wherever it stands.
      .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
      .replaceAll("\r", "_x000D_"),
  );
}
