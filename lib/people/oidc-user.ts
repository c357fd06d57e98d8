import { appendEntry } from "@/lib/audit/append-entry";
import { fieldChanges } from "@/lib/audit/field-changes";
import type { Context, Role } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { User } from "@/lib/db/generated/client";
import { withTransaction } from "@/lib/db/transaction";
import type { TransactionContext } from "@/lib/db/transaction";
import { asUser } from "@/lib/people/as-user";
import type { OidcIdentity } from "@/lib/people/oidc-schema";

/**
 * The account of an identity: the one it is linked to, else the one with its verified mail address, else a new one.
 * Throws DomainError `forbidden` when the mail address is missing, not verified, or somebody else's.
 */
export async function oidcUser(ctx: Context, identity: OidcIdentity, role: Role): Promise<User> {
  const { issuer: oidcIssuer, subject: oidcSubject, email } = identity;
  return withTransaction(ctx, async (tctx) => {
    const linked = await tctx.tx.user.findUnique({
      where: { oidcIssuer_oidcSubject: { oidcIssuer, oidcSubject } },
    });
    if (linked) return linked;
    if (!email) throw new DomainError("forbidden", "oidcNoMail");
    const known = await tctx.tx.user.findUnique({ where: { email } });
    return known ? link(tctx, known, identity) : join(tctx, email, identity, role);
  });
}

/** From now on an account belongs to the identity, and to no other. */
async function link(ctx: TransactionContext, user: User, identity: OidcIdentity): Promise<User> {
  const { issuer: oidcIssuer, subject: oidcSubject, emailVerified } = identity;
  if (user.disabledAt) return user;
  if (!emailVerified) throw new DomainError("forbidden", "oidcMailUnverified");
  const [updated] = await ctx.tx.user.updateManyAndReturn({
    where: { id: user.id, oidcSubject: null },
    data: { oidcIssuer, oidcSubject },
  });
  if (!updated) throw new DomainError("forbidden", "oidcMailTaken");
  await appendEntry(
    { ...asUser(ctx, user), tx: ctx.tx },
    {
      action: "user.profile_changed",
      target: { kind: "user", id: user.id, label: user.name },
      changes: fieldChanges({ oidcIssuer: null }, { oidcIssuer }),
      details: {},
    },
  );
  return updated;
}

async function join(
  ctx: TransactionContext,
  email: string,
  identity: OidcIdentity,
  role: Role,
): Promise<User> {
  const { issuer: oidcIssuer, subject: oidcSubject } = identity;
  const name = identity.name || email;
  const user = await ctx.tx.user.create({
    data: { email, name, role, oidcIssuer, oidcSubject },
  });
  await appendEntry(
    { ...asUser(ctx, user), tx: ctx.tx },
    {
      action: "user.joined",
      target: { kind: "user", id: user.id, label: user.name },
      details: { role, by: "oidc" },
    },
  );
  return user;
}
