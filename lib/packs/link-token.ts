import { createHash, randomBytes } from "node:crypto";

/** 256 random bits for an address: of a link, or of one take by it. */
export function newLinkToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps instead. */
export function hashLinkToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
