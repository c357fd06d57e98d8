import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";
import { apiKeyRow } from "@/lib/people/api-key-row";
import type { OwnedApiKeyRow } from "@/lib/people/api-key-schema";

const SHOWN = 1_000;

/** Everybody's keys, those that were not revoked first, then the newest. */
export async function listAllApiKeys(ctx: Context): Promise<OwnedApiKeyRow[]> {
  authorize(ctx, "people:write");
  const keys = await reader(ctx).apiKey.findMany({
    orderBy: [
      { revokedAt: { sort: "desc", nulls: "first" } },
      { createdAt: "desc" },
      { id: "desc" },
    ],
    take: SHOWN,
    include: { user: { select: { id: true, name: true, disabledAt: true } } },
  });
  return keys.map(({ user, ...key }) => ({
    ...apiKeyRow(key, ctx.now()),
    userId: user.id,
    owner: user.name,
    isOwnerDisabled: user.disabledAt !== null,
  }));
}
