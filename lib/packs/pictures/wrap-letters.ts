/** Width of a text in ems. */
export type WidthOf = (text: string) => number;

export interface WrappedText {
  lines: string[];
  /** A word was longer than a line and had to be cut in two. */
  isTorn: boolean;
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef□]/u;
/** No line begins with one of these, and none ends with one of those. */
const CLOSING = /^[、。，．：；？！）］｝」』】》〉”’,.:;?!)\]}%…]/u;
const OPENING = /[（［｛「『【《〈“‘([{]$/u;

/** Breaks letters into lines no wider than `width` ems: at spaces, and between Chinese letters. */
export function wrapLetters(
  letters: readonly string[],
  width: number,
  widthOf: WidthOf,
): WrappedText {
  const lines: string[] = [];
  let line = "";
  let isTorn = false;
  const fits = (text: string) => widthOf(text.trimEnd()) <= width;
  const close = () => {
    if (line.trim() !== "") lines.push(line.trim());
    line = "";
  };
  for (const piece of piecesOf(letters)) {
    const text = piece.join("");
    if (fits(line + text)) {
      line += text;
      continue;
    }
    close();
    if (fits(text)) {
      line = text.trimStart();
      continue;
    }
    isTorn = true;
    for (const letter of piece) {
      if (!fits(line + letter)) close();
      line += letter;
    }
  }
  close();
  return { lines, isTorn };
}

/** What stays together on a line. */
function piecesOf(letters: readonly string[]): string[][] {
  const pieces: string[][] = [];
  let before = "";
  for (const letter of letters) {
    const piece = pieces.at(-1);
    if (piece && !mayBreak(before, letter)) piece.push(letter);
    else pieces.push([letter]);
    before = letter;
  }
  return pieces;
}

function mayBreak(before: string, after: string): boolean {
  if (after === " ") return false;
  if (before === " ") return true;
  if (CLOSING.test(after) || OPENING.test(before)) return false;
  return WIDE.test(before) || WIDE.test(after);
}
