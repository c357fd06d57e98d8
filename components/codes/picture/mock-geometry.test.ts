import jsQR from "jsqr";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import {
  CORNERS,
  EYES,
  MOCK_RADIUS,
  MODULE_SIZE,
  roundStrokes,
  squareModules,
} from "./mock-geometry";

describe("the mock of a code", () => {
  it("is drawn the same every time", () => {
    expect(roundStrokes()).toEqual(roundStrokes());
    expect(squareModules()).toEqual(squareModules());
  });

  it("stays inside its frame and leaves the eyes free", () => {
    for (const { x1, y1, x2, y2 } of roundStrokes()) {
      expect(Math.hypot(x2, y2)).toBeLessThanOrEqual(MOCK_RADIUS);
      for (const eye of EYES) {
        expect(Math.hypot(eye.x - x1, eye.y - y1)).toBeGreaterThan(18);
      }
    }
  });

  it("cannot be scanned", async () => {
    const edge = 7 * MODULE_SIZE;
    const rects = [
      ...squareModules().map(
        ({ x, y }) => `<rect x="${x}" y="${y}" width="${MODULE_SIZE}" height="${MODULE_SIZE}"/>`,
      ),
      ...CORNERS.map(
        ({ x, y }) =>
          `<rect x="${x}" y="${y}" width="${edge}" height="${edge}" fill="none" stroke="#000" stroke-width="${MODULE_SIZE}"/>`,
      ),
    ];
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600" viewBox="-120 -120 240 240"><rect x="-120" y="-120" width="240" height="240" fill="#fff"/>${rects.join("")}</svg>`;
    const { data, info } = await sharp(Buffer.from(svg))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)).toBeNull();
  });
});
