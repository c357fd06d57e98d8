import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyStep, moveBox, resizeBox, WIDTH_MIN } from "./move-box";

const BOX = { x: 10, y: 20, width: 30, height: 20 };
const dragged = (x: number, y: number) => moveBox(BOX, { x, y, isSnapping: true });

describe("a box on a poster", () => {
  it("goes where it is dragged, and stops at the edges", () => {
    expect(dragged(5, 6)).toEqual({ ...BOX, x: 15, y: 26 });
    expect(dragged(-50, 500)).toEqual({ ...BOX, x: 0, y: 80 });
  });

  it("catches the middle when it is dragged near it, and not when keys move it", () => {
    expect(dragged(25.5, 0).x).toBe(35);
    expect(dragged(0, 19.6).y).toBe(40);
    expect(moveBox(BOX, { x: 25.5, y: 0, isSnapping: false }).x).toBe(35.5);
  });

  it("moves by half a hundredth with an arrow key, and by five with shift", () => {
    expect(keyStep("ArrowLeft", false)).toEqual({ x: -0.5, y: 0 });
    expect(keyStep("ArrowDown", true)).toEqual({ x: 0, y: 5 });
    expect(keyStep("Enter", false)).toBeNull();
  });

  it("gets wider within its poster; a code stays square", () => {
    expect(resizeBox(BOX, 10, 0)).toEqual({ ...BOX, width: 40 });
    expect(resizeBox(BOX, 500, 0).width).toBe(90);
    expect(resizeBox(BOX, -500, 0).width).toBe(WIDTH_MIN);
    const code = resizeBox({ ...BOX, height: 45 }, 100, 1.5);
    expect(code.height).toBeCloseTo(code.width * 1.5);
    expect(code.y + code.height).toBeLessThanOrEqual(100);
  });

  it("never leaves its poster, whatever is done to it", () => {
    const way = fc.double({ min: -300, max: 300, noNaN: true });
    const ratio = fc.double({ min: 0.2, max: 5, noNaN: true });
    fc.assert(
      fc.property(way, way, way, ratio, (x, y, wider, ratio) => {
        const box = { x: 10, y: 5, width: 15, height: 15 * ratio };
        const moved = moveBox(resizeBox(box, wider, ratio), { x, y, isSnapping: true });
        expect(moved.x).toBeGreaterThanOrEqual(0);
        expect(moved.y).toBeGreaterThanOrEqual(0);
        expect(moved.x + moved.width).toBeLessThanOrEqual(100.06);
        expect(moved.y + moved.height).toBeLessThanOrEqual(100.06);
      }),
    );
  });
});
