import { createHash, createPublicKey } from "node:crypto";
import type { KeyObject } from "node:crypto";

/** Reads a public key, SPKI as PEM or in base64url; throws when it is none. */
export function readPublicKey(text: string): KeyObject {
  const trimmed = text.trim();
  if (trimmed.startsWith("-----BEGIN")) return createPublicKey(trimmed);
  const key = Buffer.from(trimmed, "base64url");
  return createPublicKey({ key, format: "der", type: "spki" });
}

/** SPKI in base64url, as it stands in exports and proofs. */
export function spkiOf(key: KeyObject): string {
  return key.export({ format: "der", type: "spki" }).toString("base64url");
}

/** SHA-256 of the SPKI, its first 16 letters. */
export function keyIdOf(key: KeyObject): string {
  const spki = key.export({ format: "der", type: "spki" });
  return createHash("sha256").update(spki).digest("hex").slice(0, 16);
}
