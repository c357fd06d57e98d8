import sharp from "sharp";

import type { CodeRequest, Picture, Rgb } from "./code-request";
import { payloadText } from "./payload-text";
import { qrModules } from "./qr-modules";
import { MARK_DEGREES, RING, spokesPath } from "./spokes";
import { wordmarkOnArc } from "./wordmark";

/** Share of the picture's width the small QR may take, its own margin not counted. */
const QR_SHARE = 0.395;

/**
 * Draws the round code of A and B: exactly `width` pixels square, JPEG, or PNG with real
 * transparency for is_hyaline (section 2.2). The picture says SANDBOX and carries its payload
 * in a scannable QR, always black on a white disc so that it reads on any ground.
 */
export async function renderWxacode(request: CodeRequest): Promise<Picture> {
  const svg = sharp(Buffer.from(wxacodeSvg(request)));
  if (request.isHyaline) {
    const bytes = await svg.png({ compressionLevel: 6 }).toBuffer();
    return { bytes, format: "png" };
  }
  // The real pictures have all quantisation values 1 (section 2.2), which is quality 100.
  const bytes = await svg
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: 100, chromaSubsampling: "4:4:4" })
    .toBuffer();
  return { bytes, format: "jpeg" };
}

function wxacodeSvg(request: CodeRequest): string {
  const { width } = request;
  const centre = width / 2;
  const radius = centre * 0.965;
  const colour = css(request.lineColor);
  const text = payloadText(request);
  const line = radius * 0.04;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${width}" viewBox="0 0 ${width} ${width}">`,
    `<path d="${spokesPath(text, centre, radius)}" fill="none" stroke="${colour}" stroke-width="${line}" stroke-linecap="round"/>`,
    roundMark(MARK_DEGREES.topLeft, centre, radius, colour),
    roundMark(MARK_DEGREES.topRight, centre, radius, colour),
    roundMark(MARK_DEGREES.bottomLeft, centre, radius, colour),
    badge(centre, radius, colour),
    wordmarkOnArc(centre, radius * 0.815, radius * 0.12, colour),
    `<circle cx="${centre}" cy="${centre}" r="${radius * 0.6}" fill="#ffffff"/>`,
    payloadQr(text, width),
    "</svg>",
  ].join("");
}

function css({ r, g, b }: Rgb): string {
  return `rgb(${r},${g},${b})`;
}

function onRing(degrees: number, centre: number, radius: number): { x: number; y: number } {
  const angle = (degrees * Math.PI) / 180;
  const distance = RING.marks * radius;
  return { x: centre + Math.cos(angle) * distance, y: centre + Math.sin(angle) * distance };
}

function roundMark(degrees: number, centre: number, radius: number, colour: string): string {
  const { x, y } = onRing(degrees, centre, radius);
  return (
    `<circle cx="${x}" cy="${y}" r="${radius * 0.14}" fill="none" stroke="${colour}" stroke-width="${radius * 0.04}"/>` +
    `<circle cx="${x}" cy="${y}" r="${radius * 0.072}" fill="${colour}"/>`
  );
}

/** The fourth corner: a solid disc with a mint leaf, where the real code has its maker's sign. */
function badge(centre: number, radius: number, colour: string): string {
  const { x, y } = onRing(MARK_DEGREES.badge, centre, radius);
  const size = radius * 0.16;
  const leaf = "M-.46 .5C-.62 -.18 -.16 -.62 .56 -.56C.62 .16 .18 .62 -.34 .42";
  return (
    `<g transform="translate(${x} ${y}) scale(${size})"><circle r="1" fill="${colour}"/>` +
    `<path d="${leaf}L-.46 .5Z" fill="#ffffff"/>` +
    `<path d="M-.6 .64L.22 -.22" stroke="${colour}" stroke-width=".13" stroke-linecap="round"/></g>`
  );
}

/** Whole pixels per module, on whole coordinates: a blurred edge costs readability. */
function payloadQr(text: string, width: number): string {
  const { size, path } = qrModules(text);
  const scale = Math.max(2, Math.floor((width * QR_SHARE) / size));
  const offset = Math.round((width - size * scale) / 2);
  return (
    `<path transform="translate(${offset} ${offset}) scale(${scale})" d="${path}" ` +
    `fill="#000000" shape-rendering="crispEdges"/>`
  );
}
