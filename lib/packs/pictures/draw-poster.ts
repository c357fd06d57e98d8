import sharp from "sharp";
import type { OverlayOptions, Sharp } from "sharp";
import type { DrawCode } from "./draw-frame";
import { encodePicture } from "./encode-picture";
import { fillText } from "./fill-text";
import type { LookAsset } from "./look-asset";
import { posterGeometry } from "./poster-geometry";
import type { PosterGeometry } from "./poster-geometry";
import { scaleCode } from "./scale-code";
import { textSvg } from "./text-svg";
import type { ImageType } from "@/lib/packs/drawing-schema";
import { ASSET_MAX_PIXELS } from "@/lib/packs/template-schema";
import type { PosterDesign } from "@/lib/packs/template-schema";

interface PosterSettings {
  background: LookAsset | null;
  /** Null: as large as the background, or as the design says. */
  pixelWidth: number | null;
  imageType: ImageType;
}

/** Puts codes on a poster. The background is read anew for each, so that a large one never lies in memory unpacked. */
export function posterDrawer(
  design: PosterDesign,
  { background, pixelWidth, imageType }: PosterSettings,
): DrawCode {
  const full = posterSize(design, background);
  const width = pixelWidth ?? full.width;
  const height = Math.max(1, Math.round((full.height * width) / full.width));
  const geometry = posterGeometry(design, { width, height });
  const plate = plateOverlay(design, geometry);
  return async (code, picture) => {
    const { left, top, width: size } = geometry.code;
    const scaled = await scaleCode(picture, { size, isSquare: code.kind === "WXA_QRCODE" });
    const overlays: OverlayOptions[] = [plate, { ...scaled, left, top }];
    design.texts.forEach((box, index) => {
      const room = geometry.texts[index];
      const input = room && textSvg(fillText(box.text, code), box, { ...room, standsAt: "top" });
      if (input) overlays.push({ input, left: room.left, top: room.top });
    });
    const ground = openGround(design, background, geometry);
    return encodePicture(ground.composite(overlays), imageType, design.ground);
  };
}

/** Pixels of a poster in its full size. */
export function posterSize(
  design: PosterDesign,
  background: { pixelWidth: number; pixelHeight: number } | null,
): { width: number; height: number } {
  const { pixelWidth, pixelHeight } = background ?? design;
  return { width: pixelWidth, height: pixelHeight };
}

function openGround(
  { ground }: PosterDesign,
  background: LookAsset | null,
  { width, height }: PosterGeometry,
): Sharp {
  if (!background) return sharp({ create: { width, height, channels: 3, background: ground } });
  const picture = sharp(background.bytes, { limitInputPixels: ASSET_MAX_PIXELS });
  const isFull = width === background.pixelWidth && height === background.pixelHeight;
  return (isFull ? picture : picture.resize(width, height, { fit: "fill" })).flatten({
    background: ground,
  });
}

/** Cut to the poster, for nothing larger than a picture can be laid on it. */
function plateOverlay({ code }: PosterDesign, geometry: PosterGeometry): OverlayOptions {
  const { plate, width, height } = geometry;
  const left = Math.max(0, plate.left);
  const top = Math.max(0, plate.top);
  const right = Math.min(width, plate.left + plate.width);
  const bottom = Math.min(height, plate.top + plate.height);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${right - left}" height="${bottom - top}">` +
    `<rect x="${plate.left - left}" y="${plate.top - top}" width="${plate.width}" height="${plate.height}" ` +
    `rx="${plate.corner}" fill="${code.plate}"/></svg>`;
  return { input: Buffer.from(svg), left, top };
}
