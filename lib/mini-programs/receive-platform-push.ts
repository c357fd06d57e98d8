import { z } from "zod";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { ForbiddenError, NotFoundError } from "@/lib/core/errors";
import type { Platform } from "@/lib/db/generated/client";
import { withTransaction } from "@/lib/db/transaction";
import { keepAuthorization } from "@/lib/mini-programs/keep-authorization";
import { keepTicket } from "@/lib/platforms/keep-ticket";
import { readPlatformPush } from "@/lib/platforms/read-platform-push";
import type { PlatformPush } from "@/lib/platforms/read-platform-push";
import { dropToken } from "@/lib/wechat-state/drop-token";

/**
 * What WeChat pushed to a platform: a ticket, a consent, a change of its sets or its end. The
 * push's signature is what lets it in; nobody has to be signed in. Kinds we do not know are
 * accepted and passed over. Throws `PushRefusedError`, and NotFoundError for an unknown platform.
 */
export async function receivePlatformPush(
  ctx: Context,
  { platformId, push }: { platformId: string; push: PlatformPush },
): Promise<void> {
  if (ctx.actor.kind === "user") throw new ForbiddenError("miniPrograms:write");
  const id = z.uuid().safeParse(platformId);
  const platform =
    id.data && (await ctx.runtime.db.platform.findUnique({ where: { id: id.data } }));
  if (!platform) throw new NotFoundError("platform");
  const event = readPlatformPush(ctx.runtime, platform, push);
  switch (event.kind) {
    case "ticket":
      return keepTicket(ctx, platform, event);
    case "authorized":
    case "updateauthorized":
      await keepAuthorization(ctx, platform, event.authorizationCode);
      return;
    case "unauthorized":
      return endAuthorization(ctx, platform, event);
    case "other":
  }
}

async function endAuthorization(
  ctx: Context,
  platform: Platform,
  { authorizerAppId, createdAt }: { authorizerAppId: string; createdAt: Date },
): Promise<void> {
  await withTransaction(ctx, async (tctx) => {
    const miniProgram = await tctx.tx.miniProgram.findUnique({
      where: { wechatAppId: authorizerAppId },
    });
    if (!miniProgram) return;
    const { id, name } = miniProgram;
    const { count } = await tctx.tx.platformAuthorization.updateMany({
      // A push that comes late must not end a consent given after it.
      where: {
        miniProgramId: id,
        platformId: platform.id,
        withdrawnAt: null,
        authorizedAt: { lt: new Date(createdAt.getTime() + 1000) },
      },
      data: { withdrawnAt: ctx.now() },
    });
    if (count === 0) return;
    await dropToken(tctx, id);
    await appendEntry(tctx, {
      action: "mini_program.authorization_withdrawn",
      target: { kind: "mini_program", id, label: name },
      details: { platform: platform.name },
    });
  });
}
