import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_POSTER as A5, PosterDesign } from "@/lib/packs/template-schema";
import { packedCode } from "@/lib/packs/testing/packed-code";
import { posterDrawer } from "./draw-poster";
import type { LookAsset } from "./look-asset";
import { posterGeometry } from "./poster-geometry";
import { differing, distance, samplePictures, scan } from "@/lib/testing/look-kit";

/** Half as wide and high, which is drawn sooner. */
const POSTER = { ...A5, pixelWidth: 874, pixelHeight: 1_240 };
const SIZE = { width: 874, height: 1_240 };

let pictures: Awaited<ReturnType<typeof samplePictures>>;
let background: LookAsset;
beforeAll(async () => {
  pictures = await samplePictures();
  const [width, height] = [900, 1_400];
  const noise = { type: "gaussian", mean: 110, sigma: 40 } as const;
  const bytes = await sharp({ create: { width, height, channels: 3, noise, background: "#000" } })
    .blur(6)
    .normalise()
    .jpeg({ quality: 92 })
    .toBuffer();
  const size = { pixelWidth: width, pixelHeight: height, byteSize: bytes.length };
  background = { bytes, sha256: "0".repeat(64), mediaType: "image/jpeg", ...size };
});

interface Wanted {
  changes?: Partial<PosterDesign>;
  label?: string;
  on?: LookAsset | null;
  pixelWidth?: number | null;
  imageType?: "png" | "jpeg";
}

function draw(wanted: Wanted = {}, picture = pictures.round) {
  const {
    changes = {},
    label = "朝阳门店",
    on = null,
    pixelWidth = null,
    imageType = "png",
  } = wanted;
  const design = PosterDesign.parse({ ...POSTER, ...changes });
  const drawer = posterDrawer(design, { background: on, pixelWidth, imageType });
  return drawer(packedCode({ label, kind: "WXACODE" }), picture);
}

describe("a code on a poster", () => {
  it.each([
    ["a plain colour", {}],
    ["a loud photograph", { background: "0".repeat(64) }],
    ["dark ground, no plate around", { ground: "#17201B", code: { ...POSTER.code, margin: 0 } }],
    ["a corner", { code: { ...POSTER.code, x: 50, y: 64 } }],
  ] as const)("can still be scanned on %s", async (_, changes) => {
    const on = "background" in changes ? background : null;
    const content = await scan(pictures.round);
    for (const picture of [pictures.round, pictures.transparent]) {
      for (const imageType of ["png", "jpeg"] as const) {
        expect(await scan(await draw({ changes, on, imageType }, picture))).toBe(content);
      }
    }
  });

  it("has the size of its background, or the one it was given, at 300 dpi", async () => {
    const onPhoto = await sharp(await draw({ on: background, imageType: "jpeg" })).metadata();
    expect(onPhoto).toMatchObject({ format: "jpeg", width: 900, height: 1_400, density: 300 });
    const plain = await sharp(await draw()).metadata();
    expect(plain).toMatchObject({ format: "png", ...SIZE, density: 300 });
    const small = await sharp(await draw({ on: background, pixelWidth: 450 })).metadata();
    expect(small).toMatchObject({ width: 450, height: 700 });
  });

  it("is the background everywhere but where code and texts stand", async () => {
    const changes = { background: "0".repeat(64), texts: [] };
    const { plate } = posterGeometry(PosterDesign.parse({ ...POSTER, ...changes }), {
      width: 900,
      height: 1_400,
    });
    const bare = await sharp(background.bytes).png().toBuffer();
    expect(await differing(await draw({ changes, on: background }), bare)).toEqual({
      left: plate.left,
      top: plate.top,
      right: plate.left + plate.width - 1,
      bottom: plate.top + plate.height - 1,
    });
  });

  it("is the stored picture where the code was dragged to", async () => {
    const changes = { code: { ...POSTER.code, x: 12.5, y: 40.3, width: 40 } };
    const { code } = posterGeometry(PosterDesign.parse({ ...POSTER, ...changes }), SIZE);
    expect(code).toMatchObject({ left: Math.round(874 * 0.125), top: Math.round(1_240 * 0.403) });
    const area = await sharp(await draw({ changes }))
      .extract(code)
      .toBuffer();
    const source = await sharp(pictures.round).resize(code.width, code.height).png().toBuffer();
    expect(await distance(area, source)).toBeLessThan(2);
  });

  it("keeps a text of any length inside its box", async () => {
    const [text] = POSTER.texts;
    const texts = text ? [{ ...text, x: 30, y: 70, width: 40, lines: 3, text: "{label}" }] : [];
    const { texts: rooms } = posterGeometry({ ...POSTER, texts }, SIZE);
    const [room] = rooms;
    const empty = await draw({ changes: { texts: [] } });
    for (const label of [
      "店",
      "朝阳门店收银台旁".repeat(30),
      "x".repeat(300),
      "A rather long English text ".repeat(9),
    ]) {
      const ink = await differing(await draw({ changes: { texts }, label }), empty);
      expect(ink?.left).toBeGreaterThanOrEqual(room?.left ?? NaN);
      expect(ink?.right).toBeLessThan((room?.left ?? 0) + (room?.width ?? 0));
      expect(ink?.top).toBeGreaterThanOrEqual(room?.top ?? NaN);
      expect(ink?.bottom).toBeLessThan((room?.top ?? 0) + (room?.height ?? 0));
    }
  });

  it("stays on it even where the design would leave it", async () => {
    const code = { ...POSTER.code, x: 60, y: 99, width: 40, margin: 20 };
    const drawn = await draw({ changes: { code } });
    expect(await scan(drawn)).toBe(await scan(pictures.round));
  });
});
