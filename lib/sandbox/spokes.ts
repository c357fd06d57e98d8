import { createHash } from "node:crypto";

const SPOKES = 72;
const CELLS = 6;
/** Half the angle kept free at the bottom for the wordmark. */
const WORDMARK_HALF_DEGREES = 31;

/** Radii in the unit of the picture's own radius. */
export const RING = { inner: 0.645, outer: 0.955, marks: 0.79, markClearance: 0.212 };

/** Where the three round marks and the badge sit: degrees clockwise from the right. */
export const MARK_DEGREES = { topLeft: 225, topRight: 315, bottomLeft: 135, badge: 45 };

/** Of 256: a little over half lit gives the real code's mix of lines and dots. */
const LIT_BELOW = 150;

/** Every spoke's lit cells, taken from SHAKE256 of the text: other payloads look different. */
function litCells(text: string): (spoke: number, cell: number) => boolean {
  const digest = createHash("shake256", { outputLength: SPOKES * CELLS })
    .update(text)
    .digest();
  return (spoke, cell) => (digest[spoke * CELLS + cell] ?? 0) < LIT_BELOW;
}

/**
 * The radial dots and lines as one SVG path, stroked with round caps. Neighbouring lit cells
 * join into a line, single ones stay a dot.
 */
export function spokesPath(text: string, centre: number, radius: number): string {
  const isLit = litCells(text);
  const step = (RING.outer - RING.inner) / (CELLS - 1);
  const parts: string[] = [];
  for (let spoke = 0; spoke < SPOKES; spoke += 1) {
    const degrees = (spoke * 360) / SPOKES;
    if (Math.abs(degrees - 90) < WORDMARK_HALF_DEGREES) continue;
    const angle = (degrees * Math.PI) / 180;
    const free = (cell: number) => isFree(angle, RING.inner + cell * step);
    const point = (cell: number) => {
      const distance = (RING.inner + cell * step) * radius;
      const x = centre + Math.cos(angle) * distance;
      const y = centre + Math.sin(angle) * distance;
      return `${x.toFixed(2)} ${y.toFixed(2)}`;
    };
    for (let cell = 0; cell < CELLS; cell += 1) {
      if (!free(cell) || !isLit(spoke, cell)) continue;
      const first = cell;
      while (cell + 1 < CELLS && free(cell + 1) && isLit(spoke, cell + 1)) cell += 1;
      parts.push(`M${point(first)}L${point(cell)}`);
    }
  }
  return parts.join("");
}

function isFree(angle: number, distance: number): boolean {
  return Object.values(MARK_DEGREES).every((degrees) => {
    const mark = (degrees * Math.PI) / 180;
    const x = Math.cos(angle) * distance - Math.cos(mark) * RING.marks;
    const y = Math.sin(angle) * distance - Math.sin(mark) * RING.marks;
    return Math.hypot(x, y) > RING.markClearance;
  });
}
