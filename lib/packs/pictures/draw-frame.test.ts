import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_FRAME, FrameDesign } from "@/lib/packs/template-schema";
import { packedCode } from "@/lib/packs/testing/packed-code";
import { frameDrawer } from "./draw-frame";
import { frameGeometry } from "./frame-geometry";
import type { LookAsset } from "./look-asset";
import { differing, distance, samplePictures, scan } from "@/lib/testing/look-kit";

let pictures: Awaited<ReturnType<typeof samplePictures>>;
beforeAll(async () => {
  pictures = await samplePictures();
});

const LONG = "北京市朝阳区建国路八十八号现代城三号楼一层山茶便利旗舰店靠近大望路站收银台旁立牌"
  .repeat(2)
  .slice(0, 80);
const [CAPTION] = DEFAULT_FRAME.lines;
const LOGO_BYTES = sharp({
  create: { width: 300, height: 100, channels: 4, background: "#C8322B" },
}).png();

async function logoAsset(): Promise<LookAsset> {
  const bytes = await LOGO_BYTES.toBuffer();
  const facts = {
    mediaType: "image/png",
    byteSize: bytes.length,
    pixelWidth: 300,
    pixelHeight: 100,
  };
  return { bytes, sha256: "0".repeat(64), ...facts };
}

async function sizeOf(picture: Buffer) {
  const { width, height } = await sharp(picture).metadata();
  return [width, height];
}

const logoAt = (place: "top" | "bottomRight") => ({ asset: "0".repeat(64), place, size: 30 });

function draw(changes: Partial<FrameDesign> = {}, label = "朝阳门店 3 号桌", pixelWidth = 1_000) {
  return drawAs("png", { changes, label, pixelWidth });
}

async function drawAs(
  imageType: "png" | "jpeg",
  { changes = {}, label = "x", pixelWidth = 1_000, logo = null as LookAsset | null },
  picture = pictures.round,
  kind: "WXACODE" | "WXA_QRCODE" = "WXACODE",
) {
  const design = FrameDesign.parse({ ...DEFAULT_FRAME, ...changes });
  const drawer = await frameDrawer(design, { logo, pixelWidth, imageType });
  return drawer(packedCode({ label, kind }), picture);
}

describe("a code in a frame", () => {
  it.each([
    ["the first look", {}, 1_000],
    ["a coloured ground with round corners", { ground: "#07C160", corner: 12, margin: 12 }, 800],
    ["no margin and no text", { margin: 0, lines: [] }, 430],
    ["a small one", {}, 420],
    ["a very large one", {}, 2_400],
  ] as const)("can still be scanned: %s", async (_, changes, pixelWidth) => {
    const drawn = { changes, pixelWidth };
    const content = await scan(pictures.round);
    const square = await scan(pictures.square);
    expect(content).toContain("s=1042");
    expect(await scan(await drawAs("png", drawn))).toBe(content);
    expect(await scan(await drawAs("jpeg", drawn))).toBe(content);
    expect(await scan(await drawAs("png", drawn, pictures.transparent))).toBe(content);
    expect(await scan(await drawAs("jpeg", drawn, pictures.square, "WXA_QRCODE"))).toBe(square);
  });

  it("is exactly as wide as was asked for, says 300 dpi, and is what it says", async () => {
    for (const imageType of ["png", "jpeg"] as const) {
      const drawn = await drawAs(imageType, { pixelWidth: 731 });
      expect(await sharp(drawn).metadata()).toMatchObject({
        format: imageType,
        width: 731,
        height: frameGeometry(DEFAULT_FRAME, 731, null).height,
        density: 300,
        space: "srgb",
      });
    }
  });

  it("is the stored picture and nothing else where the code stands", async () => {
    const { code } = frameGeometry({ ...DEFAULT_FRAME, margin: 10 }, 1_000, null);
    const drawn = await draw({ margin: 10 });
    const area = await sharp(drawn).extract(code).toBuffer();
    const source = await sharp(pictures.round).resize(code.width, code.height).png().toBuffer();
    expect(await distance(area, source)).toBeLessThan(2);
  });

  it("keeps the very pixels of a square code at twice and at its own size", async () => {
    for (const times of [1, 2]) {
      const size = 430 * times;
      const drawn = { changes: { margin: 0, lines: [] }, pixelWidth: size };
      const picture = await drawAs("png", drawn, pictures.square, "WXA_QRCODE");
      const source = sharp(pictures.square).resize(size, size, { kernel: "nearest" });
      expect(await differing(picture, await source.png().toBuffer())).toBeNull();
    }
  });

  it("keeps 80 Chinese letters inside their line, and shows all of them", async () => {
    const lines = CAPTION ? [CAPTION] : [];
    const [room] = frameGeometry({ ...DEFAULT_FRAME, lines }, 1_000, null).lines;
    const empty = await draw({ lines }, "");
    for (const label of [LONG, "A".repeat(80), "Weihnachtsmarkt-Sondertischaufsteller", "gjpÅÇ"]) {
      const ink = await differing(await draw({ lines }, label), empty);
      expect(ink?.left).toBeGreaterThanOrEqual(room?.left ?? NaN);
      expect(ink?.right).toBeLessThan((room?.left ?? 0) + (room?.width ?? 0));
      expect(ink?.top).toBeGreaterThanOrEqual(room?.top ?? NaN);
      expect(ink?.bottom).toBeLessThan((room?.top ?? 0) + (room?.height ?? 0));
    }
    expect(
      await differing(await draw({ lines }, LONG), await draw({ lines }, `${LONG.slice(0, -1)}尾`)),
    ).not.toBeNull();
  });

  it("has the same size whatever its texts say, and says what the code says", async () => {
    const [short, long] = [await draw({}, "店"), await draw({}, LONG)];
    expect(await sizeOf(long)).toEqual(await sizeOf(short));
    expect(await differing(short, long)).not.toBeNull();
    expect(await differing(short, await draw({}, "店"))).toBeNull();
  });

  it("shows a box for what the font does not have, and takes markup for letters", async () => {
    const empty = await draw({}, "");
    expect(await differing(await draw({}, "🎉"), empty)).not.toBeNull();
    expect(await differing(await draw({}, "🎉"), await draw({}, "👨‍👩‍👧‍👦"))).toBeNull();
    const markup = await draw({}, `</g></svg><image href="file:///etc/passwd"/>&amp;`);
    expect(await differing(markup, empty)).not.toBeNull();
  });

  it("has its logo where it was wanted, above the code or below everything", async () => {
    const logo = await logoAsset();
    for (const place of ["top", "bottomRight"] as const) {
      const changes = { logo: logoAt(place) };
      const at = frameGeometry({ ...DEFAULT_FRAME, ...changes }, 1_000, 1 / 3).logo;
      const drawn = await drawAs("png", { changes, logo });
      const [red, green] = await sharp(drawn)
        .extract({ left: (at?.left ?? 0) + 5, top: (at?.top ?? 0) + 5, width: 1, height: 1 })
        .raw()
        .toBuffer();
      expect([red, green]).toEqual([0xc8, 0x32]);
    }
  });

  it("never lets a round corner or a tall logo reach the code", () => {
    const sharpest = { ...DEFAULT_FRAME, margin: 2, corner: 20 };
    const { corner, code } = frameGeometry(sharpest, 1_000, null);
    const reach = corner - (corner - code.left) * Math.SQRT2;
    expect(reach).toBeGreaterThanOrEqual(0);
    const tall = frameGeometry(
      { ...DEFAULT_FRAME, logo: { ...logoAt("top"), size: 100 } },
      1_000,
      5,
    );
    expect(tall.logo?.height).toBeLessThanOrEqual(tall.code.height / 2 + 1);
    expect((tall.logo?.top ?? 0) + (tall.logo?.height ?? 0)).toBeLessThan(tall.code.top);
  });
});
