import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pictureFileName } from "@/lib/codes/file-name";

describe("the name of a download", () => {
  it("keeps Chinese and takes the extension from the bytes", () => {
    expect(pictureFileName("朝阳门店 3 号桌", "image/png")).toBe("朝阳门店 3 号桌.png");
    expect(pictureFileName("a/b:c?", "image/jpeg")).toBe("a b c.jpg");
  });

  it("never is empty, hidden, reserved, too long, or a path", () => {
    const labels = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 300 }),
      fc.constantFrom("CON", "..", "nul", "....", " ", "\u202Egnp.exe"),
    );
    fc.assert(
      fc.property(labels, (label) => {
        const name = pictureFileName(label, "image/jpeg");
        expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}\p{Cf}]+\.jpg$/u);
        expect(name).not.toMatch(/^[.\s]|[.\s]\.jpg$|^(con|nul|prn|aux|com\d|lpt\d)\.jpg$/i);
        expect([...name].length).toBeLessThanOrEqual(90);
      }),
    );
  });
});
