import { authorize } from "@/lib/access/authorize";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { NotFoundError, NotSignedInError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { ApiKeyId } from "@/lib/people/api-key-schema";

/**
 * Ends a key: from now on it answers nobody. The caller's own, or anybody's for whoever looks after people; ending it
 * again changes nothing. Throws NotFoundError for a key of somebody else.
 */
export async function revokeApiKey(ctx: Context, input: ApiKeyId): Promise<void> {
  authorize(ctx, "account:write");
  if (ctx.actor.kind !== "user") throw new NotSignedInError();
  const { keyId } = ApiKeyId.parse(input);
  const { id: userId, role, limitedTo } = ctx.actor;
  const mayAll =
    ROLE_PERMISSIONS[role].includes("people:write") &&
    (limitedTo?.includes("people:write") ?? true);
  await withTransaction(ctx, async (tctx) => {
    const { tx } = tctx;
    const reachable = { id: keyId, ...(mayAll ? {} : { userId }) };
    const key = await tx.apiKey.findFirst({ where: reachable, select: { name: true } });
    if (!key) throw new NotFoundError("apiKey");
    const { count } = await tx.apiKey.updateMany({
      where: { id: keyId, revokedAt: null },
      data: { revokedAt: ctx.now() },
    });
    if (count === 0) return;
    await appendEntry(tctx, {
      action: "api_key.revoked",
      target: { kind: "api_key", id: keyId, label: key.name },
      details: {},
    });
  });
}
