/** Letters as pen strokes in a box of 10 by 14 units, so that no font has to be installed. */
const LETTERS = {
  S: "M9 2.9C8.2 1 6.8 0 5 0C2.6 0 1 1.5 1 3.6C1 8.3 9 5.7 9 10.4C9 12.5 7.4 14 5 14C3 14 1.6 13 1 11.1",
  A: "M.6 14L5 0L9.4 14M2.2 9.4H7.8",
  N: "M1 14V0L9 14V0",
  D: "M1 0H4C7.6 0 9 3 9 7C9 11 7.6 14 4 14H1Z",
  B: "M1 6.7H5.2C9.3 6.7 9.3 0 5.2 0H1V14H5.2C9.9 14 9.9 6.7 5.2 6.7",
  O: "M5 0C2 0 .8 3.2 .8 7C.8 10.8 2 14 5 14C8 14 9.2 10.8 9.2 7C9.2 3.2 8 0 5 0Z",
  X: "M1 0L9 14M9 0L1 14",
} as const;

const WORD = ["S", "A", "N", "D", "B", "O", "X"] as const;
const LETTER_STEP_DEGREES = 7.8;

/**
 * The word SANDBOX, bent along the lower arc of a circle, as SVG.
 * `centre`, `radius` (to the middle of the letters) and `letterHeight` are pixels; `colour` is CSS.
 */
export function wordmarkOnArc(
  centre: number,
  radius: number,
  letterHeight: number,
  colour: string,
): string {
  const scale = letterHeight / 14;
  const middle = (WORD.length - 1) / 2;
  const letters = WORD.map((letter, index) => {
    const angle = (middle - index) * LETTER_STEP_DEGREES;
    const place =
      `translate(${centre} ${centre}) rotate(${angle}) ` +
      `translate(${-5 * scale} ${radius - 7 * scale}) scale(${scale})`;
    return `<path transform="${place}" d="${LETTERS[letter]}"/>`;
  });
  return (
    `<g fill="none" stroke="${colour}" stroke-width="2.5" stroke-linecap="round" ` +
    `stroke-linejoin="round">${letters.join("")}</g>`
  );
}
