import { appendEntry } from "@/lib/audit/append-entry";
import { fieldChanges } from "@/lib/audit/field-changes";
import type { Context, Role } from "@/lib/core/context";
import type { User } from "@/lib/db/generated/client";
import { brokenConstraint } from "@/lib/db/constraint-errors";
import { withTransaction } from "@/lib/db/transaction";
import { revokeLinksOf } from "@/lib/people/revoke-links-of";

/**
 * Gives a person the role their provider says, as the provider's act and not theirs. The last administrator stays
 * one: a slip in the provider's groups must not leave a desk nobody can let others into.
 */
export async function followOidcRole(ctx: Context, user: User, role: Role): Promise<User> {
  if (user.role === role) return user;
  const actor = { kind: "job", id: null, name: ctx.runtime.env.oidc?.name ?? "OIDC" } as const;
  try {
    return await withTransaction({ ...ctx, actor }, async (tctx) => {
      const updated = await tctx.tx.user.update({ where: { id: user.id }, data: { role } });
      if (user.role === "admin") await revokeLinksOf(tctx, user.id);
      await appendEntry(tctx, {
        action: "user.role_changed",
        target: { kind: "user", id: user.id, label: user.name },
        changes: fieldChanges({ role: user.role }, { role }),
        details: {},
      });
      return updated;
    });
  } catch (error) {
    if (brokenConstraint(error) === "users_keep_an_admin") return user;
    throw error;
  }
}
