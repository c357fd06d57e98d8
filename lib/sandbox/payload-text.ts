import { createHash } from "node:crypto";

import type { CodeRequest } from "./code-request";

/**
 * A version 8 QR with correction L holds 192 bytes and is 49 modules wide: at 280 px that leaves
 * two whole pixels to a module, which is the least a scanner reads dependably.
 */
export const MAX_PAYLOAD_BYTES = 190;

/**
 * The text of the small QR in the middle of an A or B picture.
 *
 * Whole: `{"sandbox":1,"kind":"A","appid":…,"path":…,"env":…}`; B has `page` and `scene` instead of
 * `path`. When that passes 190 bytes the target is cut to the longest prefix that fits and
 * `sha256` is added: the first 16 hex digits of SHA-256 over the whole target. The scene is
 * never cut. The rule does not look at the width, so one code says the same at every size.
 */
export function payloadText(request: CodeRequest): string {
  const whole = compose(request, request.target, null);
  if (Buffer.byteLength(whole) <= MAX_PAYLOAD_BYTES) return whole;
  const digest = createHash("sha256").update(request.target).digest("hex").slice(0, 16);
  const characters = [...request.target];
  let kept = 0;
  let text = compose(request, "", digest);
  for (let length = 1; length <= characters.length; length += 1) {
    const longer = compose(request, characters.slice(0, length).join(""), digest);
    if (Buffer.byteLength(longer) > MAX_PAYLOAD_BYTES) break;
    kept = length;
    text = longer;
  }
  return kept === characters.length ? whole : text;
}

function compose(request: CodeRequest, target: string, sha256: string | null): string {
  const carried = request.kind === "B" ? { page: target, scene: request.scene } : { path: target };
  return JSON.stringify({
    sandbox: 1,
    kind: request.kind,
    appid: request.appid,
    ...carried,
    ...(sha256 === null ? {} : { sha256 }),
    env: request.envVersion,
  });
}
