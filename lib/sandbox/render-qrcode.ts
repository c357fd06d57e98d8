import sharp from "sharp";

import type { CodeRequest, Picture } from "./code-request";
import { qrModules } from "./qr-modules";

const QUIET_MODULES = 4;

/** The address a C picture carries: any scanner reads it, and it leads nowhere. */
export function qrcodeText(request: CodeRequest): string {
  const query = new URLSearchParams({ appid: request.appid, path: request.target });
  return `https://sandbox.mintdesk.invalid/q?${query}`;
}

/** Draws the square code of C: a real QR, black on white, JPEG, exactly `width` pixels (section 2.1). */
export async function renderQrcode(request: CodeRequest): Promise<Picture> {
  const { width } = request;
  const { size, path } = qrModules(qrcodeText(request));
  const scale = Math.max(1, Math.floor(width / (size + 2 * QUIET_MODULES)));
  const offset = Math.round((width - size * scale) / 2);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${width}">` +
    `<rect width="${width}" height="${width}" fill="#ffffff"/>` +
    `<path transform="translate(${offset} ${offset}) scale(${scale})" d="${path}" shape-rendering="crispEdges"/></svg>`;
  const bytes = await sharp(Buffer.from(svg))
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: 100, chromaSubsampling: "4:4:4" })
    .toBuffer();
  return { bytes, format: "jpeg" };
}
