import type { TokenSource } from "@/lib/db/generated/client";
import type { TransactionContext } from "@/lib/db/transaction";
import { wechatKeyOf } from "@/lib/mini-programs/wechat-key";
import { dropToken } from "@/lib/wechat-state/drop-token";
import { pausesOf } from "@/lib/wechat-state/call-policy";

/**
 * A mini program's tokens come from elsewhere or from a new secret: drops the present one, the
 * verdict of the last check, and the pauses that refused tokens had brought.
 */
export async function forgetToken(
  ctx: TransactionContext,
  miniProgram: { id: string; wechatAppId: string; isSandbox: boolean; apiHost: string },
  changes: { tokenSource: TokenSource },
): Promise<void> {
  const { id } = miniProgram;
  await ctx.tx.miniProgram.update({
    where: { id },
    data: { ...changes, checkedAt: null, checkErrcode: null, checkMessage: null },
  });
  await dropToken(ctx, id);
  const key = wechatKeyOf(ctx.runtime.env, miniProgram);
  await ctx.tx.wechatTokenRefusal.deleteMany({ where: { key } });
  await ctx.tx.wechatPause.deleteMany({
    where: { key, OR: [{ reason: "token_refused" }, { scope: "all", reason: "stop_forever" }] },
  });
  pausesOf(ctx.runtime).forget(key);
}
