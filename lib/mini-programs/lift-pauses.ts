import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { MiniProgramId } from "@/lib/mini-programs/schema";
import { wechatKeyOf } from "@/lib/mini-programs/wechat-key";
import { pausesOf } from "@/lib/wechat-state/call-policy";

/**
 * Lets calls go out again that an earlier refusal holds back, for instance after the limit was
 * raised or the secret put right. Whoever may mint may lift: the next refusal pauses again.
 */
export async function liftPauses(ctx: Context, input: MiniProgramId): Promise<void> {
  authorize(ctx, "codes:mint");
  const { id } = MiniProgramId.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const miniProgram = await tctx.tx.miniProgram.findUnique({ where: { id } });
    if (!miniProgram) throw new NotFoundError("miniProgram");
    const key = wechatKeyOf(ctx.runtime.env, miniProgram);
    const pauses = await tctx.tx.wechatPause.findMany({ where: { key } });
    await tctx.tx.wechatPause.deleteMany({ where: { key } });
    await tctx.tx.wechatTokenRefusal.deleteMany({ where: { key } });
    pausesOf(ctx.runtime).forget(key);
    if (pauses.length === 0) return;
    await appendEntry(tctx, {
      action: "mini_program.pauses_lifted",
      target: { kind: "mini_program", id, label: miniProgram.name },
      details: { errcodes: [...new Set(pauses.map(({ errcode }) => errcode))] },
    });
  });
}
