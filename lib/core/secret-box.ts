import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { Secret } from "@/lib/core/secret";

const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;

/** Derives a 32-byte key for one purpose from MINTDESK_SECRET (32 bytes, base64). */
export function deriveKey(masterSecret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", Buffer.from(masterSecret, "base64"), "", purpose, 32));
}

interface BoxKey {
  key: Buffer;
  id: string;
}

// One per process but for tests; deriving it for every call for a picture would cost more than opening.
const boxKeys = new Map<string, BoxKey>();

function boxKeyOf(masterSecret: string): BoxKey {
  const known = boxKeys.get(masterSecret);
  if (known) return known;
  const key = deriveKey(masterSecret, "secrets at rest");
  const id = createHash("sha256").update(key).digest("hex").slice(0, 8);
  boxKeys.set(masterSecret, { key, id });
  return { key, id };
}

/**
 * Encrypts with AES-256-GCM. `place` names table, column and row: a ciphertext that
 * is moved to another row does not open. Shape: `v1.<key id>.<nonce>.<text>.<tag>`.
 */
export function sealSecret(masterSecret: string, place: string, secret: Secret): string {
  const { key, id } = boxKeyOf(masterSecret);
  const nonce = randomBytes(NONCE_LENGTH);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_LENGTH });
  cipher.setAAD(Buffer.from(`${place}|${id}`));
  const text = Buffer.concat([cipher.update(secret.reveal(), "utf8"), cipher.final()]);
  const parts = [nonce, text, cipher.getAuthTag()].map((part) => part.toString("base64url"));
  return ["v1", id, ...parts].join(".");
}

/** Whether an envelope says that it was sealed under this secret. */
export function isSealedWith(masterSecret: string, envelope: string): boolean {
  return envelope.startsWith(`v1.${boxKeyOf(masterSecret).id}.`);
}

/** Opens what `sealSecret` made for the same place; throws when key, place or text differ. */
export function openSecret(masterSecret: string, place: string, envelope: string): Secret {
  const [version, id, nonce, text, tag] = envelope.split(".");
  const { key, id: keyId } = boxKeyOf(masterSecret);
  if (version !== "v1" || !nonce || text === undefined || !tag) {
    throw new Error("Stored secret has an unknown shape.");
  }
  if (id !== keyId) {
    throw new Error("Stored secret was encrypted under another MINTDESK_SECRET.");
  }
  const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(nonce, "base64url"), {
    authTagLength: TAG_LENGTH,
  });
  decipher.setAAD(Buffer.from(`${place}|${id}`));
  decipher.setAuthTag(Buffer.from(tag, "base64url"));
  const opened = Buffer.concat([decipher.update(Buffer.from(text, "base64url")), decipher.final()]);
  return new Secret(opened.toString("utf8"));
}
