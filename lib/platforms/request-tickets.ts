import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { componentForPlatform } from "@/lib/platforms/component-for-platform";
import { orWechatProblem } from "@/lib/platforms/or-wechat-problem";
import { pushUrlOf } from "@/lib/platforms/platform-row";
import { PlatformId } from "@/lib/platforms/schema";
import { sendPushesTo } from "@/lib/sandbox-control/send-pushes-to";

/**
 * Asks WeChat to push tickets again, after they stopped or when the first has not come. The
 * sandbox's platform is told where to push, as WeChat's console would.
 */
export async function requestTickets(ctx: Context, input: PlatformId): Promise<void> {
  authorize(ctx, "miniPrograms:write");
  const { id } = PlatformId.parse(input);
  const platform = await ctx.runtime.db.platform.findUnique({ where: { id } });
  if (!platform) throw new NotFoundError("platform");
  if (platform.isSandbox) {
    await sendPushesTo(ctx.runtime, platform.componentAppId, pushUrlOf(ctx.runtime, id));
  }
  await orWechatProblem(componentForPlatform(ctx.runtime, platform).startPushTicket());
}
