import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";
import { AccountLinkToken } from "@/lib/people/account-link-schema";
import type { OpenAccountLink } from "@/lib/people/account-link-schema";
import { countFromAddress } from "@/lib/people/count-from-address";
import { hashSecretToken } from "@/lib/people/secret-token";

/**
 * What an open link is for; null alike for one that expired, was used or revoked, and for an unknown one.
 * Throws DomainError `throttled` when an address asks for too many of those.
 */
export async function findAccountLink(
  ctx: Context,
  input: AccountLinkToken,
): Promise<OpenAccountLink | null> {
  const { token } = AccountLinkToken.parse(input);
  const open = await findOpen(ctx, hashSecretToken(token));
  if (!open) await countFromAddress(ctx, "token-misses");
  return open;
}

async function findOpen(ctx: Context, tokenHash: string): Promise<OpenAccountLink | null> {
  const link = await reader(ctx).accountLink.findFirst({
    where: { tokenHash, usedAt: null, revokedAt: null, expiresAt: { gt: ctx.now() } },
    include: { user: { select: { email: true, name: true, role: true, disabledAt: true } } },
  });
  if (!link || link.user?.disabledAt) return null;
  const { kind, createdBy, expiresAt } = link;
  const { email, name, role } = link.user ?? link;
  return email && name && role ? { kind, email, name, role, createdBy, expiresAt } : null;
}
