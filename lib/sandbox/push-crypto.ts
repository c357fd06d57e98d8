import { createCipheriv, createHash, randomBytes } from "node:crypto";

/** Padding runs to 32 bytes although the cipher's block has 16 (section 5, "Crypto"). */
const BLOCK_BYTES = 32;

/**
 * A push's frame (section 5): random16 + length (4 bytes, big endian) + message + appid, padded after
 * PKCS#7, AES-256-CBC with the first 16 bytes of the key as IV, base64. `encodingAesKey` has 43
 * characters.
 */
export function encryptPush(encodingAesKey: string, appid: string, message: string): string {
  const key = Buffer.from(`${encodingAesKey}=`, "base64");
  const text = Buffer.from(message);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([randomBytes(16), length, text, Buffer.from(appid)]);
  const padding = BLOCK_BYTES - (plain.length % BLOCK_BYTES);
  const cipher = createCipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([plain, Buffer.alloc(padding, padding)]);
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString("base64");
}

/** sha1 over the sorted parts, in hex: msg_signature has four, signature three (section 5). */
export function signPush(...parts: string[]): string {
  return createHash("sha1").update(parts.toSorted().join("")).digest("hex");
}
