import { describe, expect, it } from "vitest";
import { contrastRatio, drawnColor, readContrast, splitColor } from "./contrast";

describe("the contrast of a code", () => {
  it("is 21 for black on white and 1 for a colour on itself", () => {
    expect(contrastRatio("#000000", "#FFFFFF")).toBeCloseTo(21, 1);
    expect(contrastRatio("#07C160", "#07C160")).toBe(1);
  });

  it("judges a code with its own white by that white, whatever lies under it", () => {
    expect(readContrast("#000000", false, "dark").verdict).toBe("good");
    expect(readContrast("#FFE08A", false, "dark").verdict).toBe("unreadable");
    expect(readContrast("#07C160", false, "dark").verdict).toBe("risky");
  });

  it("judges a transparent code by the ground, and by the worst tone of a photo", () => {
    expect(readContrast("#000000", true, "white").verdict).toBe("good");
    expect(readContrast("#000000", true, "dark").verdict).toBe("unreadable");
    expect(readContrast("#000000", true, "photo").ratio).toBeLessThan(4);
    expect(readContrast("#3E5C6B", true, "photo").verdict).toBe("unreadable");
  });

  it("calls light lines on a dark ground risky at best", () => {
    expect(readContrast("#FFE08A", true, "dark")).toMatchObject({
      verdict: "risky",
      isInverted: true,
    });
  });

  it("takes white for the black WeChat makes of it", () => {
    expect(drawnColor("#ffffff")).toBe("#000000");
    expect(readContrast("#FFFFFF", true, "dark").verdict).toBe("unreadable");
  });

  it("splits a colour into what WeChat asks for", () => {
    expect(splitColor("#07C160")).toEqual([7, 193, 96]);
  });
});
