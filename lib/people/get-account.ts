import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { NotSignedInError } from "@/lib/core/errors";
import { reader } from "@/lib/db/transaction";
import { UpdateProfileInput } from "@/lib/people/profile-schema";
import type { Account } from "@/lib/people/profile-schema";

const { locale: Locale, theme: Theme } = UpdateProfileInput.shape;

/** The caller's own account. */
export async function getAccount(ctx: Context): Promise<Account> {
  authorize(ctx, "account:write");
  if (ctx.actor.kind !== "user") throw new NotSignedInError();
  const user = await reader(ctx).user.findUniqueOrThrow({ where: { id: ctx.actor.id } });
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    role: user.role,
    locale: Locale.parse(user.locale),
    timeZone: user.timeZone,
    theme: Theme.parse(user.theme),
    hasPassword: user.passwordHash !== null,
    providerIssuer: user.oidcIssuer,
    hasSecondFactor: user.totpConfirmedAt !== null,
    createdAt: user.createdAt,
  };
}
