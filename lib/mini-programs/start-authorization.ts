import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { writeAuthorizationState } from "@/lib/mini-programs/authorization-state";
import { StartAuthorizationInput } from "@/lib/mini-programs/schema";
import { componentForPlatform } from "@/lib/platforms/component-for-platform";
import { orWechatProblem } from "@/lib/platforms/or-wechat-problem";
import { authorizationPageUrl } from "@/lib/wechat/authorization-page";

/**
 * The address of WeChat's page on which a mini program's owner consents to a platform, and until
 * when it works. WeChat opens it only for a click on a page of the platform's registered domain.
 */
export async function startAuthorization(
  ctx: Context,
  input: StartAuthorizationInput,
): Promise<{ url: string; until: Date }> {
  authorize(ctx, "miniPrograms:write");
  const { platformId, miniProgramId } = StartAuthorizationInput.parse(input);
  const { db, env } = ctx.runtime;
  const platform = await db.platform.findUnique({ where: { id: platformId } });
  if (!platform) throw new NotFoundError("platform");
  const miniProgram =
    miniProgramId && (await db.miniProgram.findUnique({ where: { id: miniProgramId } }));
  if (miniProgram === null && miniProgramId !== null) throw new NotFoundError("miniProgram");
  const component = componentForPlatform(ctx.runtime, platform);
  const askedAt = ctx.now().getTime();
  const { preAuthCode, expiresInSeconds } = await orWechatProblem(component.createPreAuthCode());
  const redirectUri = new URL(`/api/platforms/${platformId}/authorized`, env.publicUrl);
  redirectUri.searchParams.set("state", writeAuthorizationState(ctx, platformId));
  const url = authorizationPageUrl({
    ...(platform.isSandbox && { pageBase: env.sandboxUrl }),
    ...(miniProgram && { authorizerAppId: miniProgram.wechatAppId }),
    componentAppId: platform.componentAppId,
    preAuthCode,
    redirectUri: redirectUri.toString(),
  });
  return { url, until: new Date(askedAt + expiresInSeconds * 1000) };
}
