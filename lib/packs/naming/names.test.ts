import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  PATH_MAX_BYTES,
  readNameTemplate,
  SEGMENT_MAX_BYTES,
} from "@/lib/packs/naming/name-template";
import { UniquePaths } from "@/lib/packs/naming/unique-paths";
import type { PackedCode } from "@/lib/packs/packed-code";
import { packedCode } from "@/lib/packs/testing/packed-code";

function named(nameTemplate: string, code: Partial<PackedCode> = {}, isAscii = false): string {
  const fill = readNameTemplate({ nameTemplate, isAscii }, { codeCount: 3_000 });
  return new UniquePaths([]).take(fill(packedCode(code)), "jpg");
}

const texts = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 400 }),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom("CON", "con.txt", "LPT¹", "nul ", "..", "../..", "....", " ", "-", "a.jpg"),
  fc.constantFrom("a/b", "\\\\host\\x", "\u202Egnp.exe", "é", "e\u0301", "\uD800"),
  fc.constantFrom("👨‍👩‍👧‍👦".repeat(60), "x".repeat(300)),
);
const pieces = fc.constantFrom("{label}", "{campaign}", "{city}", "{tag}", "/", "-", "x", "~");
const templates = fc.array(pieces, { minLength: 1, maxLength: 8 }).map((all) => all.join(""));

describe("names in a pack", () => {
  it("are filled from the code, and from its payload by any key", () => {
    expect(named("{campaign}/{city}/{serial}-{label}")).toBe(
      "春茶/北京/A7K-0412-朝阳门店 3 号桌.jpg",
    );
    expect(named("{number} {kind} {width} {date} {batch} {row} {tag} {table}")).toBe(
      "0001 B 430 2026-03-02 三月桌贴 3 门店 3.jpg",
    );
    expect(named("{miniProgram} {appId} {scene} {page}")).toBe(
      "山茶便利 wx0123456789abcdef s=1042 pages shop index.jpg",
    );
  });

  it("leave out folders and separators nothing fills, and fall back on the serial", () => {
    expect(named("{campaign}/{shop}/{tag}-{label}", { campaignName: null, tags: [] })).toBe(
      "朝阳门店 3 号桌.jpg",
    );
    expect(named("{campaign}/{shop}")).toBe("春茶/A7K-0412.jpg");
    expect(named("{constructor}{toString}")).toBe("A7K-0412.jpg");
  });

  it("are plain letters where that is asked for", () => {
    expect(named("{city}/{label} ½", {}, true)).toMatch(/^BeiJing\/[A-Za-z0-9 ]+1 2\.jpg$/);
  });

  it("keep the extension and whole characters when they are cut", () => {
    const name = named("{label}", { label: "👍🏽".repeat(200) });
    expect(name).toMatch(/^(👍🏽)+\.jpg$/u);
    expect(Buffer.byteLength(name)).toBeGreaterThan(SEGMENT_MAX_BYTES - 12);
  });

  it("refuse braces that do not fit, and too many folders", () => {
    for (const template of ["{label", "label}", "{}", "{{label}}", "{ }", "{a{b}}"]) {
      expect(() => named(template), template).toThrow("packTemplateBraces");
    }
    expect(() => named("a/".repeat(10))).toThrow("packNameTemplateDeep");
  });

  it("never lead out, are never hidden, reserved, too long or forbidden anywhere", () => {
    fc.assert(
      fc.property(templates, texts, texts, fc.boolean(), (template, label, city, isAscii) => {
        const path = named(template, { label, campaignName: city, payload: { city } }, isAscii);
        expect(Buffer.byteLength(path)).toBeLessThanOrEqual(PATH_MAX_BYTES);
        expect(path.normalize("NFC")).toBe(path);
        expect(path.isWellFormed()).toBe(true);
        expect(path.endsWith(".jpg")).toBe(true);
        if (isAscii) expect(path).toMatch(/^[\x20-\x7E]+$/);
        for (const segment of path.split("/")) {
          expect(Buffer.byteLength(segment)).toBeLessThanOrEqual(SEGMENT_MAX_BYTES);
          expect(segment).toMatch(/^[^\\/:*?"<>|\p{Cc}\p{Cf}]+$/u);
          expect(segment).not.toMatch(/^[.\s]|[.\s]$/);
          expect(segment).not.toMatch(/^(con|prn|aux|nul|(com|lpt)[\d¹²³])(\.|$)/i);
        }
      }),
    );
  });

  it("are each the only one of their kind, whatever case and composition", () => {
    const few = fc.constantFrom(
      "a",
      "A",
      "a (2)",
      "é",
      "e\u0301",
      "ß",
      "ss",
      "x.jpg",
      "",
      "manifest",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(few, few), { maxLength: 60 }), (codes) => {
        const fill = readNameTemplate(
          { nameTemplate: "{campaign}/{label}", isAscii: false },
          { codeCount: codes.length },
        );
        const paths = new UniquePaths(["manifest.jpg"]);
        const taken = codes.map(([campaignName, label]) =>
          paths.take(fill(packedCode({ campaignName, label })), "jpg"),
        );
        const kinds = new Set(taken.map((path) => path.normalize("NFC").toLowerCase()));
        expect(kinds.size).toBe(codes.length);
        expect(kinds.has("manifest.jpg")).toBe(false);
        // No file stands where another one has a folder.
        const folders = taken.flatMap((path) => path.split("/").slice(0, -1));
        for (const folder of folders) expect(kinds.has(folder.toLowerCase())).toBe(false);
      }),
    );
  });

  it("of ten thousand of the same name count up at once", () => {
    const paths = new UniquePaths([]);
    const names = Array.from({ length: 10_000 }, () =>
      paths.take({ folders: [], stem: "a" }, "jpg"),
    );
    expect([names[0], names[1], names.at(-1)]).toEqual(["a.jpg", "a (2).jpg", "a (10000).jpg"]);
  });
});
