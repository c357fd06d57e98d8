import QRCode from "qrcode";
import sharp from "sharp";
import type { PackedCode, PackSource } from "@/lib/packs/packed-code";
import { packedCode } from "@/lib/packs/testing/packed-code";

/** A picture as WeChat's C gives it. */
export async function qrJpeg(text: string, width = 430): Promise<Buffer> {
  return sharp(await QRCode.toBuffer(text, { width }))
    .jpeg({ quality: 92 })
    .toBuffer();
}

/** Codes numbered from 1, each with a picture that says its serial. */
export function sourceOf(
  codeCount: number,
  change: (position: number) => Partial<PackedCode> = () => ({}),
  readPicture: PackSource["readPicture"] = ({ serial }) => qrJpeg(serial),
): PackSource {
  const code = (position: number) =>
    packedCode({
      position,
      serial: `C-${position}`,
      label: `门店 ${position}`,
      ...change(position),
    });
  return {
    codeCount,
    readPicture,
    async *codes() {
      for (let first = 1; first <= codeCount; first += 10) {
        const length = Math.min(10, codeCount - first + 1);
        yield Array.from({ length }, (_, index) => code(first + index));
      }
    },
  };
}
