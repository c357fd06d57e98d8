import { isUtf8 } from "node:buffer";
import { createDecipheriv } from "node:crypto";

/** Padding runs to 32 bytes although the cipher's block has 16 (section 5, "Crypto"). */
const PADDING_BYTES = 32;
const KEY_BYTES = 32;
const IV_BYTES = 16;
const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;

export interface PushFrame {
  message: string;
  /** Whose key and message it is: the platform's AppID. */
  appId: string;
}

/**
 * Opens a push's frame (section 5, "Crypto"): random16 + length (4 bytes, big endian) + message +
 * appid. Null when the key does not fit or the bytes are damaged.
 */
export function decryptPush(encodingAesKey: string, ciphertext: string): PushFrame | null {
  const plain = unpad(decipher(encodingAesKey, Buffer.from(ciphertext, "base64")));
  if (plain === null || plain.length < RANDOM_BYTES + LENGTH_BYTES) return null;
  const start = RANDOM_BYTES + LENGTH_BYTES;
  const end = start + plain.readUInt32BE(RANDOM_BYTES);
  if (end > plain.length || !isUtf8(plain.subarray(start))) return null;
  return {
    message: plain.subarray(start, end).toString("utf8"),
    appId: plain.subarray(end).toString("utf8"),
  };
}

function decipher(encodingAesKey: string, bytes: Buffer): Buffer | null {
  const key = Buffer.from(`${encodingAesKey}=`, "base64");
  if (key.length !== KEY_BYTES || bytes.length === 0 || bytes.length % IV_BYTES !== 0) return null;
  const cipher = createDecipheriv("aes-256-cbc", key, key.subarray(0, IV_BYTES));
  cipher.setAutoPadding(false);
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
}

function unpad(bytes: Buffer | null): Buffer | null {
  const length = bytes?.at(-1) ?? 0;
  if (bytes === null || length < 1 || length > PADDING_BYTES || length > bytes.length) return null;
  const end = bytes.length - length;
  return bytes.subarray(end).every((byte) => byte === length) ? bytes.subarray(0, end) : null;
}
