import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import type { AccountLink, Role } from "@/lib/db/generated/client";
import { reader } from "@/lib/db/transaction";
import type { InviteRow, InviteState } from "@/lib/people/account-link-schema";

const SHOWN = 200;

/** The latest invites, newest first, with what became of them. */
export async function listInvites(ctx: Context): Promise<InviteRow[]> {
  authorize(ctx, "people:write");
  const links = await reader(ctx).accountLink.findMany({
    where: { kind: "invite" },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: SHOWN,
  });
  const now = ctx.now();
  return links.flatMap((link) =>
    isInvite(link)
      ? {
          id: link.id,
          email: link.email,
          name: link.name,
          role: link.role,
          state: stateOf(link, now),
          createdBy: link.createdBy,
          createdAt: link.createdAt,
          expiresAt: link.expiresAt,
          usedAt: link.usedAt,
        }
      : [],
  );
}

type Invite = AccountLink & { email: string; name: string; role: Role };

function isInvite(link: AccountLink): link is Invite {
  return link.email !== null && link.name !== null && link.role !== null;
}

function stateOf({ usedAt, revokedAt, expiresAt }: AccountLink, now: Date): InviteState {
  if (usedAt) return "used";
  if (revokedAt) return "revoked";
  return expiresAt <= now ? "expired" : "open";
}
