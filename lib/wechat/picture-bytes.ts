import { Buffer } from "node:buffer";
import { crc32 } from "node:zlib";

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PNG_CHUNK_OVERHEAD = 12;

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
/** Start-of-frame markers: C0 to CF without C4 (tables), C8 (reserved) and CC (tables). */
const isFrameMarker = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

export function startsLikeJpeg(bytes: Buffer): boolean {
  return bytes[0] === 0xff && bytes[1] === SOI && bytes[2] === 0xff;
}

export function startsLikePng(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).equals(PNG_SIGNATURE.subarray(0, 4));
}

/**
 * True for a JPEG that is there to its last byte. The segments are walked, because FFD9 at the end
 * alone would let pass a picture cut inside an embedded thumbnail.
 */
export function isWholeJpeg(bytes: Buffer): boolean {
  if (!startsLikeJpeg(bytes)) return false;
  let at = 2;
  let hasFrame = false;
  let hasScan = false;
  for (;;) {
    if (bytes[at] !== 0xff) return false;
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (marker === undefined) return false;
    at += 2;
    if (marker === EOI) return hasFrame && hasScan && at === bytes.length;
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= SOI)) return false;
    if (at + 2 > bytes.length) return false;
    const length = bytes.readUInt16BE(at);
    if (length < 2) return false;
    at += length;
    hasFrame ||= isFrameMarker(marker);
    if (marker === SOS) {
      hasScan = true;
      at = endOfScan(bytes, at);
    }
  }
}

/** Index of the next real marker after scan data, where FF00 is a byte and FFD0..7 a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1) {
    const next = bytes[at + 1];
    const isData = next === 0x00 || (next !== undefined && next >= 0xd0 && next <= 0xd7);
    if (!isData) return at;
    at = bytes.indexOf(0xff, at + 2);
  }
  return bytes.length;
}

/** True for a PNG whose chunks all carry the right checksum and whose last byte ends IEND. */
export function isWholePng(bytes: Buffer): boolean {
  if (!bytes.subarray(0, 8).equals(PNG_SIGNATURE)) return false;
  let at = 8;
  let hasData = false;
  while (at + PNG_CHUNK_OVERHEAD <= bytes.length) {
    const end = at + PNG_CHUNK_OVERHEAD + bytes.readUInt32BE(at);
    if (end > bytes.length) return false;
    const type = bytes.toString("latin1", at + 4, at + 8);
    if (at === 8 && type !== "IHDR") return false;
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return false;
    if (type === "IEND") return hasData && end === bytes.length;
    hasData ||= type === "IDAT";
    at = end;
  }
  return false;
}
