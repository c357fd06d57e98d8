import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { NotSignedInError } from "@/lib/core/errors";
import { reader } from "@/lib/db/transaction";
import { apiKeyRow } from "@/lib/people/api-key-row";
import type { ApiKeyRow } from "@/lib/people/api-key-schema";

const SHOWN = 100;

/** The caller's own keys, those that were not revoked first, then the newest. */
export async function listApiKeys(ctx: Context): Promise<ApiKeyRow[]> {
  authorize(ctx, "account:write");
  if (ctx.actor.kind !== "user") throw new NotSignedInError();
  const keys = await reader(ctx).apiKey.findMany({
    where: { userId: ctx.actor.id },
    orderBy: [
      { revokedAt: { sort: "desc", nulls: "first" } },
      { createdAt: "desc" },
      { id: "desc" },
    ],
    take: SHOWN,
  });
  return keys.map((key) => apiKeyRow(key, ctx.now()));
}
