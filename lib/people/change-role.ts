import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { fieldChanges } from "@/lib/audit/field-changes";
import type { Context } from "@/lib/core/context";
import { ConflictError, NotFoundError } from "@/lib/core/errors";
import { translateConstraint } from "@/lib/db/constraint-errors";
import { withTransaction } from "@/lib/db/transaction";
import { ChangeRoleInput } from "@/lib/people/member-schema";
import { revokeLinksOf } from "@/lib/people/revoke-links-of";

/**
 * Gives a person another role, which holds from their next request on, in open sessions and for keys.
 * Throws ConflictError for one's own role, and when nobody would be left who lets others in.
 */
export async function changeRole(ctx: Context, input: ChangeRoleInput): Promise<void> {
  authorize(ctx, "people:write");
  const { userId, role } = ChangeRoleInput.parse(input);
  if (userId === ctx.actor.id) throw new ConflictError("roleOwn");
  await translateConstraint({ users_keep_an_admin: "lastAdminStays" }, () =>
    withTransaction(ctx, async (tctx) => {
      const { tx } = tctx;
      const user = await tx.user.findUnique({ where: { id: userId } });
      if (!user) throw new NotFoundError("user");
      if (user.role === role) return;
      await tx.user.update({ where: { id: userId }, data: { role } });
      if (user.role === "admin") await revokeLinksOf(tctx, userId);
      await appendEntry(tctx, {
        action: "user.role_changed",
        target: { kind: "user", id: userId, label: user.name },
        changes: fieldChanges({ role: user.role }, { role }),
        details: {},
      });
    }),
  );
}
