import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { fieldChanges } from "@/lib/audit/field-changes";
import type { Context } from "@/lib/core/context";
import { NotSignedInError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { UpdateProfileInput } from "@/lib/people/profile-schema";

/** Changes the caller's own name, language, time zone and appearance; nothing when all stay as they are. */
export async function updateProfile(ctx: Context, input: UpdateProfileInput): Promise<void> {
  authorize(ctx, "account:write");
  if (ctx.actor.kind !== "user") throw new NotSignedInError();
  const { id } = ctx.actor;
  const fields = UpdateProfileInput.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const before = await tctx.tx.user.findUniqueOrThrow({ where: { id } });
    const changes = fieldChanges({ ...before }, fields);
    if (Object.keys(changes).length === 0) return;
    await tctx.tx.user.update({ where: { id }, data: fields });
    await appendEntry(tctx, {
      action: "user.profile_changed",
      target: { kind: "user", id, label: fields.name },
      changes,
      details: {},
    });
  });
}
