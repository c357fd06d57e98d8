import { appendEntry } from "@/lib/audit/append-entry";
import type { MiniProgram, Prisma } from "@/lib/db/generated/client";
import type { TransactionContext } from "@/lib/db/transaction";

/** A new row with an empty ledger, and its entry in the log. */
export async function createMiniProgram(
  ctx: TransactionContext,
  data: Prisma.MiniProgramCreateInput & { id: string },
): Promise<MiniProgram> {
  const created = await ctx.tx.miniProgram.create({
    data: { ...data, createdAt: ctx.now(), quota: { create: {} } },
  });
  await appendEntry(ctx, {
    action: "mini_program.registered",
    target: { kind: "mini_program", id: created.id, label: created.name },
    details: { wechatAppId: created.wechatAppId },
  });
  return created;
}
