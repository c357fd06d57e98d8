import sharp from "sharp";
import type { OverlayOptions } from "sharp";
import { encodePicture } from "./encode-picture";
import { fillText } from "./fill-text";
import { frameGeometry } from "./frame-geometry";
import type { FrameGeometry } from "./frame-geometry";
import type { LookAsset } from "./look-asset";
import { scaleCode } from "./scale-code";
import { textSvg } from "./text-svg";
import type { ImageType } from "@/lib/packs/drawing-schema";
import type { PackedCode } from "@/lib/packs/packed-code";
import type { FrameDesign } from "@/lib/packs/template-schema";

/** Gives the finished file of one code. */
export type DrawCode = (code: PackedCode, picture: Buffer) => Promise<Buffer>;

/** Outside rounded corners, where a file cannot be transparent. */
const PAPER = "#FFFFFF";

interface FrameSettings {
  logo: LookAsset | null;
  pixelWidth: number;
  imageType: ImageType;
}

/** Puts codes into a frame: what they have in common is made once, one code is drawn at a time. */
export async function frameDrawer(
  design: FrameDesign,
  { logo, pixelWidth, imageType }: FrameSettings,
): Promise<DrawCode> {
  const ratio = logo && logo.pixelHeight / logo.pixelWidth;
  const geometry = frameGeometry(design, pixelWidth, ratio);
  const ground = groundSvg(design, geometry);
  const drawnLogo = logo && (await logoOverlay(logo, geometry));
  return async (code, picture) => {
    const { left, top, width } = geometry.code;
    const scaled = await scaleCode(picture, { size: width, isSquare: code.kind === "WXA_QRCODE" });
    const overlays: OverlayOptions[] = [{ ...scaled, left, top }];
    if (drawnLogo) overlays.push(drawnLogo);
    design.lines.forEach((line, index) => {
      const room = geometry.lines[index];
      const input =
        room && textSvg(fillText(line.text, code), line, { ...room, standsAt: "middle" });
      if (input) overlays.push({ input, left: room.left, top: room.top });
    });
    return encodePicture(sharp(ground).composite(overlays), imageType, PAPER);
  };
}

function groundSvg(design: FrameDesign, { width, height, corner, code }: FrameGeometry): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
      `<rect width="${width}" height="${height}" rx="${corner}" fill="${design.ground}"/>` +
      `<rect x="${code.left}" y="${code.top}" width="${code.width}" height="${code.height}" fill="${design.plate}"/></svg>`,
  );
}

async function logoOverlay(
  { bytes }: LookAsset,
  { logo }: FrameGeometry,
): Promise<OverlayOptions | null> {
  if (!logo) return null;
  const { width, height, left, top } = logo;
  const input = await sharp(bytes).resize(width, height, { fit: "fill" }).png().toBuffer();
  return { input, left, top };
}
