import { newSecretToken } from "@/lib/people/secret-token";

const SHAPE = /^mk_[A-Za-z0-9_-]{43}$/;
/** By which people tell keys apart; the rest is 220 bits. */
const PREFIX_LENGTH = 9;

/** A new key and the beginning of it that may be shown. */
export function newApiKey(): { key: string; prefix: string } {
  const key = `mk_${newSecretToken()}`;
  return { key, prefix: key.slice(0, PREFIX_LENGTH) };
}

/** Whether a text can be a key at all. */
export function isApiKeyShape(text: string): boolean {
  return SHAPE.test(text);
}
