/** A box on a poster in hundredths of its width (x, width) and height (y, height). */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** As near to the middle as this, it goes there. */
const SNAP = 0.8;
export const WIDTH_MIN = 3;

const tenths = (value: number) => Math.round(value * 10) / 10;
const within = (value: number, most: number) => Math.min(Math.max(value, 0), Math.max(most, 0));

interface Move {
  x: number;
  y: number;
  /** Dragged, and not moved by keys, which would be caught in the middle. */
  isSnapping: boolean;
}

/** The box somewhere else, still on its poster. */
export function moveBox(box: Box, by: Move): Box {
  const x = within(box.x + by.x, 100 - box.width);
  const y = within(box.y + by.y, 100 - box.height);
  const middle = (place: number, length: number) =>
    by.isSnapping && Math.abs(place + length / 2 - 50) < SNAP ? 50 - length / 2 : tenths(place);
  return { ...box, x: middle(x, box.width), y: middle(y, box.height) };
}

/**
 * The box wider or narrower, still on its poster. `heightPerWidth` is how its height follows; 0: it does not,
 * as with a text.
 */
export function resizeBox(box: Box, by: number, heightPerWidth: number): Box {
  const lowest = heightPerWidth > 0 ? (100 - box.y) / heightPerWidth : Infinity;
  const most = Math.min(100 - box.x, lowest);
  const width = tenths(Math.min(Math.max(box.width + by, WIDTH_MIN), most) - 0.049);
  return {
    ...box,
    width,
    height: heightPerWidth > 0 ? width * heightPerWidth : box.height,
  };
}

/** How far one press of a key goes: half a hundredth, with shift five; null for other keys. */
export function keyStep(key: string, isFar: boolean): { x: number; y: number } | null {
  const step = isFar ? 5 : 0.5;
  if (key === "ArrowLeft") return { x: -step, y: 0 };
  if (key === "ArrowRight") return { x: step, y: 0 };
  if (key === "ArrowUp") return { x: 0, y: -step };
  return key === "ArrowDown" ? { x: 0, y: step } : null;
}
