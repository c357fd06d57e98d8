/** As much as Excel lets a cell hold. */
const TEXT_MAX_LENGTH = 32_767;
// What XML cannot hold at all.
const ILLEGAL = /(?![\t\n\r\x7F-\x9F])\p{Cc}|[\uFFFE\uFFFF]/gu;
const LETTERS = 26;

/**
 * One row of a worksheet. Texts are typed as text, so that none is ever run as a formula; numbers stay
 * numbers. `style` is the number of a cell style.
 */
export function xlsxRow(
  rowNumber: number,
  cells: readonly (string | number)[],
  style?: number,
): string {
  const styled = style === undefined ? "" : ` s="${style}"`;
  const written = cells.map((cell, place) => {
    const head = `<c r="${columnLetters(place)}${rowNumber}"${styled}`;
    if (typeof cell === "number" && Number.isFinite(cell)) return `${head}><v>${cell}</v></c>`;
    if (cell === "") return "";
    const text = xmlText(String(cell));
    return `${head} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  });
  return `<row r="${rowNumber}">${written.join("")}</row>`;
}

/** The name of a column by its place from 0: A, B, …, Z, AA. */
function columnLetters(place: number): string {
  const last = String.fromCodePoint(65 + (place % LETTERS));
  return place < LETTERS ? last : columnLetters(Math.floor(place / LETTERS) - 1) + last;
}

function xmlText(text: string): string {
  return (
    text
      .slice(0, TEXT_MAX_LENGTH)
      .toWellFormed()
      .replaceAll(ILLEGAL, "\uFFFD")
      // Excel reads `_x000D_` as the character of that number, wherever it stands.
      .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
      .replaceAll("\r", "_x000D_")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
  );
}
