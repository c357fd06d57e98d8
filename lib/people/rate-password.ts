import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { NotSignedInError } from "@/lib/core/errors";
import { reader } from "@/lib/db/transaction";
import { countFromAddress } from "@/lib/people/count-from-address";
import { findAccountLink } from "@/lib/people/find-account-link";
import { passwordStrength } from "@/lib/people/password-strength";
import { RatePasswordInput } from "@/lib/people/profile-schema";
import type { PasswordRating } from "@/lib/people/profile-schema";

/** Rates a password while it is typed, for whoever is signed in or holds an open link. It is kept nowhere. */
export async function ratePassword(
  ctx: Context,
  input: RatePasswordInput,
): Promise<PasswordRating> {
  const { password, token } = RatePasswordInput.parse(input);
  await countFromAddress(ctx, "password-ratings");
  const { name, email } = token === null ? await ownWords(ctx) : await linkWords(ctx, token);
  return passwordStrength(password, [name, email]);
}

interface Words {
  name: string;
  email: string;
}

async function ownWords(ctx: Context): Promise<Words> {
  authorize(ctx, "account:write");
  if (ctx.actor.kind !== "user") throw new NotSignedInError();
  return reader(ctx).user.findUniqueOrThrow({ where: { id: ctx.actor.id } });
}

async function linkWords(ctx: Context, token: string): Promise<Words> {
  const link = await findAccountLink(ctx, { token });
  if (!link) throw new NotSignedInError();
  return link;
}
