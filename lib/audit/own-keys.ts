import type { KeyObject } from "node:crypto";
import { ownPublicKey } from "@/lib/audit/audit-signing-key";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";

/** The public keys this desk has signed with, by id; rows that somebody else wrote are none of them. */
export async function ownKeys(ctx: Context): Promise<ReadonlyMap<string, KeyObject>> {
  const rows = await reader(ctx).auditKey.findMany({ select: { id: true, ciphertext: true } });
  const { MINTDESK_SECRET } = ctx.runtime.env;
  return new Map(
    rows.flatMap((row): [string, KeyObject][] => {
      const key = ownPublicKey(MINTDESK_SECRET, row);
      return key ? [[row.id, key]] : [];
    }),
  );
}
