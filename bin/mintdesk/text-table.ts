/** Chinese characters, full-width signs and pictures take two places in a terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u;
const INVISIBLE = /\p{Mn}|\u200b|\u200d|\ufe0f/u;

export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (!INVISIBLE.test(character)) width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

/** Text of others on one line, without the characters a terminal would obey. */
export function plainText(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value ?? "—");
  return (value == null ? "—" : text).replaceAll(/\s+/g, " ").replaceAll(/[\p{Cc}\p{Cf}]/gu, "");
}

/** Rows under their heads, columns as wide as their widest cell. */
export function textTable(heads: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const lines = [heads, ...rows].map((row) => row.map(plainText));
  const widths = heads.map((_, place) =>
    Math.max(...lines.map((row) => textWidth(row[place] ?? ""))),
  );
  return lines
    .map((row) =>
      row
        .map((cell, place) => padded(cell, widths[place] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Names and values below each other. */
export function textFacts(facts: readonly (readonly [string, unknown])[]): string {
  const widest = Math.max(...facts.map(([name]) => textWidth(name)));
  return facts.map(([name, value]) => `${padded(name, widest)}  ${plainText(value)}`).join("\n");
}

const padded = (text: string, width: number) => text + " ".repeat(width - textWidth(text));
