import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { ConflictError } from "@/lib/core/errors";
import type { Platform } from "@/lib/db/generated/client";
import { withTransaction } from "@/lib/db/transaction";
import type { TransactionContext } from "@/lib/db/transaction";
import { createMiniProgram } from "@/lib/mini-programs/create-mini-program";
import { forgetToken } from "@/lib/mini-programs/forget-token";
import { sealRefreshToken } from "@/lib/mini-programs/refresh-token";
import { componentForPlatform } from "@/lib/platforms/component-for-platform";
import { orWechatProblem } from "@/lib/platforms/or-wechat-problem";
import type { AuthorizationInfo } from "@/lib/wechat/component-client";

/**
 * Exchanges an authorisation code and keeps what comes of it: the mini program, registered when
 * it was unknown, now has its tokens by way of the platform. The page and the push bring the same
 * code, in any order or at once; the second finds the first one's work. Returns the mini program.
 */
export async function keepAuthorization(
  ctx: Context,
  platform: Platform,
  authorizationCode: string,
): Promise<{ miniProgramId: string }> {
  const codeHash = createHash("sha256").update(authorizationCode).digest("hex");
  const known = await findByCode(ctx, platform, codeHash);
  if (known) return known;
  try {
    const component = componentForPlatform(ctx.runtime, platform);
    const info = await orWechatProblem(component.queryAuth(authorizationCode));
    return await withTransaction(ctx, (tctx) => keep(tctx, platform, info, codeHash));
  } catch (error) {
    // A code works once: the other of the two may have used it a moment ago.
    const twin = await findByCode(ctx, platform, codeHash);
    if (!twin) throw error;
    return twin;
  }
}

async function findByCode(ctx: Context, { id: platformId }: Platform, codeHash: string) {
  return ctx.runtime.db.platformAuthorization.findFirst({
    where: { platformId, codeHash },
    select: { miniProgramId: true },
  });
}

async function keep(
  ctx: TransactionContext,
  platform: Platform,
  info: AuthorizationInfo,
  codeHash: string,
): Promise<{ miniProgramId: string }> {
  const miniProgram = await findOrRegister(ctx, platform, info.authorizerAppId);
  const { id } = miniProgram;
  const authorization = {
    platformId: platform.id,
    refreshTokenCiphertext: sealRefreshToken(ctx.runtime, id, info.refreshToken),
    permissionSets: [...info.permissionSets],
    codeHash,
    authorizedAt: ctx.now(),
    withdrawnAt: null,
  };
  await ctx.tx.platformAuthorization.upsert({
    where: { miniProgramId: id },
    create: { miniProgramId: id, ...authorization },
    update: authorization,
  });
  await forgetToken(ctx, miniProgram, { tokenSource: "platform" });
  await appendEntry(ctx, {
    action: "mini_program.authorized",
    target: { kind: "mini_program", id, label: miniProgram.name },
    details: { platform: platform.name, permissionSets: [...info.permissionSets] },
  });
  return { miniProgramId: id };
}

async function findOrRegister(ctx: TransactionContext, platform: Platform, wechatAppId: string) {
  const { isSandbox } = platform;
  const found = await ctx.tx.miniProgram.findUnique({ where: { wechatAppId } });
  if (found && found.isSandbox !== isSandbox) throw new ConflictError("authorizationForeign");
  if (found) return found;
  // Its name is not known yet; a person gives it one.
  return createMiniProgram(ctx, {
    id: uuidv7(),
    name: wechatAppId,
    wechatAppId,
    isSandbox,
    tokenSource: "platform",
  });
}
