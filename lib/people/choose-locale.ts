import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { fieldChanges } from "@/lib/audit/field-changes";
import type { Context } from "@/lib/core/context";
import { NotSignedInError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { ChooseLocaleInput } from "@/lib/people/profile-schema";

/** Takes another language into the caller's profile, if it names one; else the choice is the browser's alone. */
export async function chooseLocale(ctx: Context, input: ChooseLocaleInput): Promise<void> {
  authorize(ctx, "account:write");
  if (ctx.actor.kind !== "user") throw new NotSignedInError();
  const { id, name } = ctx.actor;
  const { locale } = ChooseLocaleInput.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const before = await tctx.tx.user.findUniqueOrThrow({ where: { id } });
    if (before.locale === null || before.locale === locale) return;
    await tctx.tx.user.update({ where: { id }, data: { locale } });
    await appendEntry(tctx, {
      action: "user.profile_changed",
      target: { kind: "user", id, label: name },
      changes: fieldChanges({ locale: before.locale }, { locale }),
      details: {},
    });
  });
}
