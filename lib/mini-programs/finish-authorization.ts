import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { InvalidInputError, NotFoundError } from "@/lib/core/errors";
import { isAuthorizationState } from "@/lib/mini-programs/authorization-state";
import { keepAuthorization } from "@/lib/mini-programs/keep-authorization";
import { FinishAuthorizationInput } from "@/lib/mini-programs/schema";

/** The way back from WeChat's page: connects the mini program whose owner consented. */
export async function finishAuthorization(
  ctx: Context,
  input: FinishAuthorizationInput,
): Promise<{ miniProgramId: string }> {
  authorize(ctx, "miniPrograms:write");
  const { platformId, authorizationCode, state } = FinishAuthorizationInput.parse(input);
  const platform = await ctx.runtime.db.platform.findUnique({ where: { id: platformId } });
  if (!platform) throw new NotFoundError("platform");
  if (!isAuthorizationState(ctx, platformId, state)) {
    throw new InvalidInputError("authorizationStateInvalid");
  }
  return keepAuthorization(ctx, platform, authorizationCode);
}
