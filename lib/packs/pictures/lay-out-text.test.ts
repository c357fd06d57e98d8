import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LINE_HEIGHT } from "@/lib/packs/template-schema";
import { layOutText } from "./lay-out-text";
import { openFont } from "./open-font";
import { printableLetters } from "./printable-text";
import { wrapLetters } from "./wrap-letters";

const font = openFont("regular");
const oneEach = (text: string) => [...text].length;
const bare = (text: string) => text.replaceAll(" ", "");
const wrap = (text: string, width: number) => wrapLetters([...text], width, oneEach).lines;

describe("a text", () => {
  it("breaks between Chinese letters, but only at the spaces of other words", () => {
    expect(wrap("朝阳门店三号桌", 4)).toEqual(["朝阳门店", "三号桌"]);
    expect(wrap("Table stand no 3", 7)).toEqual(["Table", "stand", "no 3"]);
    expect(wrap("扫码领 coupon 券", 6)).toEqual(["扫码领", "coupon", "券"]);
  });

  it("begins no line with a full stop and ends none with an opening bracket", () => {
    expect(wrap("一二三四。五", 4)).toEqual(["一二三", "四。五"]);
    expect(wrap("一二三（四五）", 4)).toEqual(["一二三", "（四五）"]);
  });

  it("is cut only when one word is longer than a line", () => {
    expect(wrapLetters([..."abcdef"], 4, oneEach)).toEqual({ lines: ["abcd", "ef"], isTorn: true });
  });

  it("loses no letter and makes no line too wide", () => {
    const letters = fc.array(fc.constantFrom("a", "字", " ", "，", "（", "-", "1"), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(letters, fc.integer({ min: 1, max: 12 }), (letters, width) => {
        const { lines } = wrapLetters(letters, width, oneEach);
        expect(bare(lines.join(""))).toBe(bare(letters.join("")));
        for (const line of lines) expect(oneEach(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it("gets smaller until it fits, and ends with … when it would get too small", () => {
    const room = { width: 400, height: 40 * LINE_HEIGHT, size: 40 };
    expect(layOutText("短", font, room)).toEqual({ size: 40, lines: ["短"] });
    const middle = layOutText("朝阳门店收银台旁立牌第三号", font, room);
    expect(middle.size).toBeLessThan(40);
    expect(middle.lines.join("")).toBe("朝阳门店收银台旁立牌第三号");
    const long = layOutText("字".repeat(500), font, room);
    expect(long.size).toBeGreaterThanOrEqual(40 * 0.3);
    expect(long.lines.at(-1)).toMatch(/…$/);
    expect(long.lines.length * long.size * LINE_HEIGHT).toBeLessThanOrEqual(room.height + 1);
  });

  it("shows one box for each letter the font does not have", () => {
    expect(printableLetters("好🎉\u200d!", font)).toEqual(["好", "□", "!"]);
    expect(printableLetters("👨‍👩‍👧‍👦a\u0000b\n c", font)).toEqual(["□", "a", "b", " ", "c"]);
    expect(printableLetters("שלום", font).join("")).toBe("□□□□");
    expect(printableLetters("\u200b\ufeff ", font)).toEqual([]);
  });
});
