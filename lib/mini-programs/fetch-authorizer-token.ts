import { openRefreshToken, sealRefreshToken } from "@/lib/mini-programs/refresh-token";
import { componentForPlatform } from "@/lib/platforms/component-for-platform";
import type { Runtime } from "@/lib/runtime";
import type { FetchedToken } from "@/lib/wechat/access-token";
import { authorizerTokenFetcher } from "@/lib/wechat/authorizer-token";
import type { FetchToken } from "@/lib/wechat/client";

/**
 * A token by way of the platform the mini program authorised; the refresh token that comes with
 * it is kept every time. Throws NoTokenError when the platform has no ticket or the consent is gone.
 */
export async function fetchAuthorizerToken(
  runtime: Runtime,
  miniProgramId: string,
  request: Parameters<FetchToken>[0],
): Promise<FetchedToken> {
  const { miniProgram, platform } = await runtime.db.platformAuthorization.findUniqueOrThrow({
    where: { miniProgramId },
    include: { miniProgram: { select: { wechatAppId: true } }, platform: true },
  });
  const fetchToken = authorizerTokenFetcher({
    component: componentForPlatform(runtime, platform),
    authorizerAppId: miniProgram.wechatAppId,
    readRefreshToken: () => readRefreshToken(runtime, miniProgramId),
    saveRefreshToken: (token) =>
      saveRefreshToken(runtime, { miniProgramId, platformId: platform.id }, token),
  });
  return fetchToken(request);
}

async function readRefreshToken(runtime: Runtime, miniProgramId: string): Promise<string | null> {
  const row = await runtime.db.platformAuthorization.findUnique({ where: { miniProgramId } });
  if (!row || row.withdrawnAt) return null;
  return openRefreshToken(runtime, miniProgramId, row.refreshTokenCiphertext).reveal();
}

/** Meanwhile another platform may have been authorised: its refresh token stays. */
async function saveRefreshToken(
  runtime: Runtime,
  where: { miniProgramId: string; platformId: string },
  token: string,
): Promise<void> {
  await runtime.db.platformAuthorization.updateMany({
    where,
    data: { refreshTokenCiphertext: sealRefreshToken(runtime, where.miniProgramId, token) },
  });
}
