import { crc32 } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { cleanAsset } from "./clean-asset";

const picture = () =>
  sharp({ create: { width: 40, height: 20, channels: 4, background: "#07C16080" } });

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG that says it is so large, with nothing in it. */
function pngOfSize(width: number, height: number): Buffer {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 6, 0, 0, 0]);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    start,
    chunk("IHDR", head),
    chunk("IDAT", Buffer.alloc(8)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

describe("an uploaded picture", () => {
  it("is kept as PNG or JPEG, with its transparency", async () => {
    const png = await cleanAsset(await picture().png().toBuffer());
    expect(png).toMatchObject({ mediaType: "image/png", pixelWidth: 40, pixelHeight: 20 });
    expect((await sharp(png.bytes).metadata()).hasAlpha).toBe(true);
    expect((await cleanAsset(await picture().webp().toBuffer())).mediaType).toBe("image/png");
    expect((await cleanAsset(await picture().jpeg().toBuffer())).mediaType).toBe("image/jpeg");
  });

  it("loses where and by whom it was taken, and whatever is hidden behind it; and it is upright", async () => {
    const taken = await picture()
      .jpeg()
      .withExif({ IFD0: { Copyright: "hidden-in-exif" } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect(taken.includes("hidden-in-exif")).toBe(true);
    const kept = await cleanAsset(Buffer.concat([taken, Buffer.from("PK<script>hidden</script>")]));
    expect(kept.bytes.includes("hidden")).toBe(false);
    expect((await sharp(kept.bytes).metadata()).exif).toBeUndefined();
    expect([kept.pixelWidth, kept.pixelHeight]).toEqual([20, 40]);
  });

  it("is refused when it is none, whatever its name says", async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>`;
    const gif = await picture().gif().toBuffer();
    for (const bytes of [Buffer.from(svg), gif, Buffer.from("PK\u0003\u0004"), Buffer.alloc(0)]) {
      await expect(cleanAsset(bytes)).rejects.toMatchObject({ reason: "assetType" });
    }
  });

  it("is refused when it would unpack to too much, before it is unpacked", async () => {
    for (const [width, height] of [
      [30_000, 30_000],
      [40_001, 1_000],
    ] as const) {
      await expect(cleanAsset(pngOfSize(width, height))).rejects.toMatchObject({
        reason: "assetPixels",
      });
    }
  });

  it("is refused when it is damaged", async () => {
    const noise = { type: "gaussian", mean: 128, sigma: 60 } as const;
    const whole = await sharp({
      create: { width: 300, height: 300, channels: 3, noise, background: "#000" },
    })
      .jpeg()
      .toBuffer();
    const png = await picture().png().toBuffer();
    for (const bytes of [
      whole.subarray(0, whole.length / 2),
      png.subarray(0, 40),
      pngOfSize(9, 9),
    ]) {
      await expect(cleanAsset(bytes)).rejects.toMatchObject({ reason: "assetBroken" });
    }
  });
});
