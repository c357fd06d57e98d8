import type { CodeRequest, Picture } from "./code-request";
import type { PictureCache } from "./picture-cache";

const AFTER_SOI = 2;
const COMMENT = 0xfffe;
/** The length's own two bytes count. */
const LENGTH_BYTES = 2;

/**
 * One drawing per look; what each code carries stands in a comment, so that every picture has bytes
 * of its own. Drawing costs more than all else a sandbox does. Codes of C and PNGs are drawn each.
 */
export async function drawStamped(pictures: PictureCache, request: CodeRequest): Promise<Picture> {
  if (request.kind === "C" || request.isHyaline) return pictures.draw(request);
  const carried = request.kind === "B" ? request.scene : request.target;
  const plain = request.kind === "B" ? { ...request, scene: "x" } : { ...request, target: "x" };
  const { bytes, format } = await pictures.draw(plain);
  const text = Buffer.from(carried, "utf8");
  const head = Buffer.alloc(2 * LENGTH_BYTES);
  head.writeUInt16BE(COMMENT, 0);
  head.writeUInt16BE(text.length + LENGTH_BYTES, LENGTH_BYTES);
  const stamped = Buffer.concat([
    bytes.subarray(0, AFTER_SOI),
    head,
    text,
    bytes.subarray(AFTER_SOI),
  ]);
  return { bytes: stamped, format };
}
