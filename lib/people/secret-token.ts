import { createHash, randomBytes } from "node:crypto";

/** 256 random bits for an address or a key: 43 letters of base64url. */
export function newSecretToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps instead. */
export function hashSecretToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
