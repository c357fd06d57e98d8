import sharp from "sharp";
import { describe, expect, it } from "vitest";

import type { CodeKind } from "./code-request";
import { APPID, pixelsOf, scan, startSandbox, type Pixels } from "./sandbox-under-test";

const PAGE = "pages/campaign/index";
const SCENE = "s=12345678901234567890abcdefghij";
const BODIES = { A: { path: `${PAGE}?a=1` }, B: { page: PAGE, scene: SCENE }, C: { path: PAGE } };

const cases = [280, 430, 1280].flatMap((width) => [
  { kind: "A" as const, width, is_hyaline: false },
  { kind: "A" as const, width, is_hyaline: true },
  { kind: "B" as const, width, is_hyaline: false },
  { kind: "B" as const, width, is_hyaline: true },
  { kind: "C" as const, width, is_hyaline: false },
]);

async function pictureOf(kind: CodeKind, extra: object): Promise<Buffer> {
  const { mint } = await startSandbox();
  const response = await mint(kind, { ...BODIES[kind], ...extra });
  return Buffer.from(await response.arrayBuffer());
}

function pixelAt({ data, width }: Pixels, x: number, y: number): number[] {
  const start = (y * width + x) * 4;
  return [...data.subarray(start, start + 4)];
}

/** The solid middle of the top left round mark. */
function markPixel(pixels: Pixels): number[] {
  const radius = (pixels.width / 2) * 0.965;
  const at = Math.round(pixels.width / 2 - Math.SQRT1_2 * 0.79 * radius);
  return pixelAt(pixels, at, at);
}

async function widthOf(extra: object): Promise<number> {
  return (await sharp(await pictureOf("B", extra)).metadata()).width;
}

/** What the scanned text says: JSON for A and B, the query of an address for C. */
function contentOf(kind: CodeKind, text: string | null): unknown {
  if (kind !== "C") return JSON.parse(text ?? "null");
  const { host, searchParams } = new URL(text ?? "");
  return { host, ...Object.fromEntries(searchParams) };
}

function expectedContent(kind: CodeKind): object {
  if (kind === "C") return { host: "sandbox.mintdesk.invalid", appid: APPID, ...BODIES.C };
  return { sandbox: 1, kind, appid: APPID, ...BODIES[kind], env: "release" };
}

describe("every picture", () => {
  it.each(cases)(
    "$kind at $width px, hyaline $is_hyaline, has its size and scans",
    async (look) => {
      const { kind, ...extra } = look;
      const bytes = await pictureOf(kind, extra);
      const { format } = await sharp(bytes).metadata();
      expect(format).toBe(look.is_hyaline ? "png" : "jpeg");
      const pixels = await pixelsOf(bytes);
      expect([pixels.width, pixels.height]).toEqual([look.width, look.width]);
      expect(contentOf(kind, scan(pixels))).toEqual(expectedContent(kind));
    },
  );

  it("has 430 px unless asked otherwise, within 280 and 1280", async () => {
    expect(await widthOf({})).toBe(430);
    expect(await widthOf({ width: 100 })).toBe(280);
    expect(await widthOf({ width: 5000 })).toBe(1280);
  });
});

describe("the look", () => {
  it("is drawn in the line colour", async () => {
    const extra = { line_color: { r: "200", g: 30, b: 60 } };
    const [r = 0, g = 0, b = 0] = markPixel(await pixelsOf(await pictureOf("A", extra)));
    expect(Math.abs(r - 200) + Math.abs(g - 30) + Math.abs(b - 60)).toBeLessThan(8);
  });

  it("is coloured by auto_color whatever line_color says, and black when white is asked for", async () => {
    const white = { r: 255, g: 255, b: 255 };
    const auto = { auto_color: true, line_color: white, is_hyaline: true };
    expect(markPixel(await pixelsOf(await pictureOf("B", auto)))).toEqual([22, 138, 116, 255]);
    const asked = { line_color: white, is_hyaline: true };
    expect(markPixel(await pixelsOf(await pictureOf("B", asked)))).toEqual([0, 0, 0, 255]);
  });

  it("is really transparent around the lines, and white without is_hyaline", async () => {
    const transparent = await pixelsOf(await pictureOf("B", { is_hyaline: true }));
    expect(pixelAt(transparent, 0, 0)[3]).toBe(0);
    const plain = await pixelsOf(await pictureOf("B", {}));
    expect(pixelAt(plain, 0, 0)).toEqual([255, 255, 255, 255]);
  });

  it("shows a path too long for it by its beginning and a digest, and still scans at 280 px", async () => {
    const path = `pages/index/index?码=${"q".repeat(1000)}`;
    const text = scan(await pixelsOf(await pictureOf("A", { path, width: 280 })));
    const payload = JSON.parse(text ?? "null");
    expect(payload.sha256).toMatch(/^[0-9a-f]{16}$/);
    expect(payload.path.length).toBeGreaterThan(20);
    expect(path.startsWith(payload.path)).toBe(true);
  });
});
