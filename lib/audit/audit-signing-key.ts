import { createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { keyIdOf } from "@/lib/audit/proof/public-key";
import { Secret } from "@/lib/core/secret";
import { openSecret, sealSecret } from "@/lib/core/secret-box";
import { databaseNow } from "@/lib/db/database-now";
import type { TransactionContext } from "@/lib/db/transaction";

/** The desk's own key for checkpoints. */
export interface AuditSigningKey {
  id: string;
  privateKey: KeyObject;
}

const placeOf = (keyId: string) => `audit_keys|private|${keyId}`;

/**
 * The key this desk signs with, made when there is none yet. Two callers at once get the same one: the second waits
 * for the first's transaction.
 */
export async function auditSigningKey(ctx: TransactionContext): Promise<AuditSigningKey> {
  const { tx, runtime } = ctx;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('audit-signing-key', 0))`;
  const row = await tx.auditKey.findFirst({ orderBy: [{ createdAt: "desc" }, { id: "desc" }] });
  const masterSecret = runtime.env.MINTDESK_SECRET;
  if (row) return { id: row.id, privateKey: openAuditKey(masterSecret, row) };
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const id = keyIdOf(publicKey);
  const text = privateKey.export({ format: "pem", type: "pkcs8" }).toString();
  await tx.auditKey.create({
    data: {
      id,
      publicKey: publicKey.export({ format: "pem", type: "spki" }).toString(),
      ciphertext: sealSecret(masterSecret, placeOf(id), new Secret(text)),
      createdAt: await databaseNow(tx),
    },
  });
  return { id, privateKey };
}

/** The private half; throws when it was sealed for another row or under another MINTDESK_SECRET. */
export function openAuditKey(
  masterSecret: string,
  { id, ciphertext }: { id: string; ciphertext: string },
): KeyObject {
  return createPrivateKey(openSecret(masterSecret, placeOf(id), ciphertext).reveal());
}

/** Its public half, if it is this desk's own: whoever may write into the table cannot seal. */
export function ownPublicKey(
  masterSecret: string,
  row: { id: string; ciphertext: string },
): KeyObject | null {
  try {
    const publicKey = createPublicKey(openAuditKey(masterSecret, row));
    return keyIdOf(publicKey) === row.id ? publicKey : null;
  } catch {
    return null;
  }
}
