import type { Context } from "@/lib/core/context";
import { ForbiddenError, NotSignedInError } from "@/lib/core/errors";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import type { Permission } from "@/lib/access/roles";

/**
 * First line of every verb. Throws NotSignedInError or ForbiddenError.
 * Jobs carry out what a person was already allowed to start, so they pass.
 */
export function authorize(ctx: Context, permission: Permission): void {
  const { actor } = ctx;
  if (actor.kind === "job") return;
  if (actor.kind === "anonymous") throw new NotSignedInError();
  const isWithinLimits = actor.limitedTo?.includes(permission) ?? true;
  if (!isWithinLimits || !ROLE_PERMISSIONS[actor.role].includes(permission)) {
    throw new ForbiddenError(permission);
  }
}
