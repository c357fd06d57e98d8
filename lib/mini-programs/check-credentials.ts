import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { writeCheckFailure } from "@/lib/mini-programs/check-failure";
import { describeFailure, recordFailure } from "@/lib/wechat-state/describe-failure";
import { recordTokenEvent } from "@/lib/wechat-state/record-token-event";
import { MiniProgramId } from "@/lib/mini-programs/schema";
import type { CredentialCheck } from "@/lib/mini-programs/schema";
import { wechatForMiniProgram } from "@/lib/mini-programs/wechat-for-mini-program";
import type { WechatClient } from "@/lib/wechat/client";
import { isWechatError } from "@/lib/wechat/errors";
import type { WechatError } from "@/lib/wechat/errors";

/**
 * Asks WeChat for a token with the stored AppID and secret, in the mode that leaves the
 * present token alone, and keeps the verdict. A check costs no code.
 */
export async function checkCredentials(
  ctx: Context,
  input: MiniProgramId,
): Promise<CredentialCheck> {
  authorize(ctx, "miniPrograms:write");
  const { id } = MiniProgramId.parse(input);
  const miniProgram = await ctx.runtime.db.miniProgram.findUnique({ where: { id } });
  if (!miniProgram) throw new NotFoundError("miniProgram");
  const error = await askForToken(wechatForMiniProgram(ctx.runtime, miniProgram));
  // A check keeps no token, but what went wrong belongs to the tokens' health.
  if (error) {
    recordTokenEvent(ctx.runtime, id, { kind: "failed", at: ctx.now(), forced: false, error });
  }
  const failure = error && recordFailure(error);
  await withTransaction(ctx, async (tctx) => {
    await tctx.tx.miniProgram.update({
      where: { id },
      data: {
        checkedAt: ctx.now(),
        checkErrcode: failure?.errcode ?? null,
        checkMessage: failure && writeCheckFailure(failure),
      },
    });
    await appendEntry(tctx, {
      action: "mini_program.credentials_checked",
      target: { kind: "mini_program", id, label: miniProgram.name },
      details: { errcode: failure?.errcode ?? null },
    });
  });
  if (!failure) return { accepted: true };
  return { accepted: false, failure: describeFailure(failure) };
}

async function askForToken(wechat: WechatClient): Promise<WechatError | null> {
  try {
    const verdict = await wechat.checkCredentials();
    return verdict.ok ? null : verdict.error;
  } catch (error) {
    if (isWechatError(error)) return error;
    throw error;
  }
}
