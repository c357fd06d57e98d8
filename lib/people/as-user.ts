import type { Context } from "@/lib/core/context";
import type { User } from "@/lib/db/generated/client";

/** The context of somebody who has just proved who they are. */
export function asUser(ctx: Context, { id, name, role }: User): Context {
  return { ...ctx, actor: { kind: "user", id, name, role } };
}
