const LETTERS = 26;
const CODE_BEFORE_A = 64;
/** More than any worksheet has, and a safe number. */
const LETTERS_MAX = 4;

/** The place of a cell in its row, from 0, by a reference such as `AB12`; null where there is none. */
export function cellPlace(reference: string | undefined): number | null {
  const [letters = ""] = /^[A-Z]+/.exec(reference ?? "") ?? [];
  if (letters === "" || letters.length > LETTERS_MAX) return null;
  let place = 0;
  for (const letter of letters) place = place * LETTERS + letter.charCodeAt(0) - CODE_BEFORE_A;
  return place - 1;
}
