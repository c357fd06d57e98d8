const NARROWEST = 8;
const WIDEST = 60;
const MARGIN = 2;
// Chinese, Japanese and Korean characters take the room of two letters.
const WIDE = /[\u1100-\u11FF\u2E80-\uA4CF\uAC00-\uD7AF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60]/g;

/** How many letters wide a column should be for these cells, within reason. */
export function columnWidth(cells: readonly string[]): number {
  let widest = NARROWEST;
  for (const cell of cells) {
    const shown = cell.slice(0, WIDEST);
    widest = Math.max(widest, shown.length + (shown.match(WIDE)?.length ?? 0) + MARGIN);
  }
  return Math.min(widest, WIDEST);
}
