import sharp from "sharp";
import type { PackedCode } from "@/lib/packs/packed-code";

const EDGE = 430;
const RINGS = [185, 160, 135, 110];

/** Stands for a code while nothing has been minted: rings that nobody takes for a code, and that nothing reads. */
export function standInPicture(): Promise<Buffer> {
  const rings = RINGS.map(
    (radius) =>
      `<circle cx="215" cy="215" r="${radius}" fill="none" stroke="#B7C4BC" stroke-width="9" stroke-dasharray="14 12"/>`,
  );
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${EDGE}" height="${EDGE}">` +
    `<rect width="${EDGE}" height="${EDGE}" fill="#FFFFFF"/>${rings.join("")}` +
    `<circle cx="215" cy="215" r="70" fill="#E5E9E6"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** What a code says, for texts, while there is none. */
export function standInCode(at: Date): PackedCode {
  return {
    position: 1,
    codeId: "00000000-0000-0000-0000-000000000000",
    serial: "A7K-0001",
    label: "朝阳门店 3 号桌",
    tags: [],
    miniProgramName: "Mintdesk",
    wechatAppId: "wx0123456789abcdef",
    isSandbox: true,
    campaignName: null,
    batchName: null,
    batchRow: null,
    kind: "WXACODE_UNLIMITED",
    target: "",
    scene: null,
    page: null,
    payload: null,
    isRetired: false,
    width: EDGE,
    createdBy: "—",
    createdAt: at,
    mintedAt: at,
    picture: {
      sha256: "",
      crc32: 0,
      byteSize: 0,
      mediaType: "image/png",
      pixelWidth: EDGE,
      pixelHeight: EDGE,
    },
  };
}
