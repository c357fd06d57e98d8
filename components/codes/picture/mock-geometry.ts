/** Half of the drawing: everything lies in a square from -100 to 100. */
export const MOCK_RADIUS = 100;

const SPOKE_COUNT = 60;
const INNER_RADIUS = 46;
const RING_STEP = 9.5;
const RING_COUNT = 5;
const EYE_DISTANCE = 72;
const EYE_CLEARANCE = 22;
const SQUARE_MODULES = 25;
const CORNER_MODULES = 8;

export interface Stroke {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export interface Point {
  x: number;
  y: number;
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Small fixed sequence, so that server and browser draw the same and no two codes seem to differ. */
function* noise(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

const at = (radius: number, angle: number): Point => ({
  x: round(radius * Math.cos(angle)),
  y: round(radius * Math.sin(angle)),
});

/** Where the three eyes of the round shape sit: all corners but the lower right one. */
export const EYES: readonly Point[] = [1.25, 1.75, 0.75].map((turn) =>
  at(EYE_DISTANCE, turn * Math.PI),
);

function meetsEye(point: Point): boolean {
  return EYES.some((eye) => Math.hypot(eye.x - point.x, eye.y - point.y) < EYE_CLEARANCE);
}

/** Radial strokes that look like a 小程序码 and mean nothing. */
export function roundStrokes(): Stroke[] {
  const random = noise(20_260_101);
  const strokes: Stroke[] = [];
  for (let spoke = 0; spoke < SPOKE_COUNT; spoke += 1) {
    const angle = (spoke / SPOKE_COUNT) * 2 * Math.PI;
    for (let ring = 0; ring < RING_COUNT;) {
      const length = 1 + Math.floor(random.next().value * 3);
      const last = Math.min(ring + length, RING_COUNT);
      const from = at(INNER_RADIUS + ring * RING_STEP + 3, angle);
      const to = at(INNER_RADIUS + last * RING_STEP - 3, angle);
      const isDrawn = random.next().value < 0.72 && !meetsEye(from) && !meetsEye(to);
      if (isDrawn) strokes.push({ x1: from.x, y1: from.y, x2: to.x, y2: to.y });
      ring = last;
    }
  }
  return strokes;
}

function inCorner(column: number, row: number): boolean {
  const far = SQUARE_MODULES - CORNER_MODULES;
  return (
    (row < CORNER_MODULES && (column < CORNER_MODULES || column >= far)) ||
    (row >= far && column < CORNER_MODULES)
  );
}

/** Edge of one module of the square shape. */
export const MODULE_SIZE = (2 * MOCK_RADIUS) / SQUARE_MODULES;

/** Modules of the square shape; its corners stay empty, so that no scanner finds a code in it. */
export function squareModules(): Point[] {
  const random = noise(19_990_909);
  const modules: Point[] = [];
  for (let row = 0; row < SQUARE_MODULES; row += 1) {
    for (let column = 0; column < SQUARE_MODULES; column += 1) {
      if (random.next().value < 0.5 || inCorner(column, row)) continue;
      modules.push({
        x: round(column * MODULE_SIZE - MOCK_RADIUS),
        y: round(row * MODULE_SIZE - MOCK_RADIUS),
      });
    }
  }
  return modules;
}

/** Upper left corners of the three hollow corner marks of the square shape. */
export const CORNERS: readonly Point[] = [
  { x: -MOCK_RADIUS, y: -MOCK_RADIUS },
  { x: MOCK_RADIUS - 7 * MODULE_SIZE, y: -MOCK_RADIUS },
  { x: -MOCK_RADIUS, y: MOCK_RADIUS - 7 * MODULE_SIZE },
];
