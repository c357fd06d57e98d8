import { createHmac } from "node:crypto";
import type { KeyObject } from "node:crypto";

/** The value of X-Mintdesk-Signature: when it was signed, and the HMAC of that and the body. */
export function signAnswer(key: KeyObject, body: string, atMs = Date.now()): string {
  const seconds = Math.floor(atMs / 1_000);
  const hash = createHmac("sha256", key).update(`${seconds}.${body}`).digest("hex");
  return `t=${seconds},v1=${hash}`;
}
