import type { Context } from "@/lib/core/context";
import { NotSignedInError } from "@/lib/core/errors";
import type { User } from "@/lib/db/generated/client";
import { reader } from "@/lib/db/transaction";

/** The caller's own row; throws NotSignedInError when the caller is no person. */
export async function requireOwnUser(ctx: Context): Promise<User> {
  if (ctx.actor.kind !== "user") throw new NotSignedInError();
  return reader(ctx).user.findUniqueOrThrow({ where: { id: ctx.actor.id } });
}
