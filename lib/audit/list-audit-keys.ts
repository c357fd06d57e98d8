import { authorize } from "@/lib/access/authorize";
import { ownKeys } from "@/lib/audit/own-keys";
import { spkiOf } from "@/lib/audit/proof/public-key";
import type { Context } from "@/lib/core/context";

/** The public halves of the keys checkpoints were signed with, SPKI in base64url. */
export async function listAuditKeys(ctx: Context): Promise<{ id: string; publicKey: string }[]> {
  authorize(ctx, "audit:read");
  const keys = await ownKeys(ctx);
  return [...keys].map(([id, key]) => ({ id, publicKey: spkiOf(key) }));
}
