import type { StopCause } from "@/lib/batches/stop-batch";
import { ENDPOINT_OF_KIND } from "@/lib/codes/call-wechat";
import { isLimited } from "@/lib/codes/code-parameters";
import type { CodeKind } from "@/lib/codes/schema";
import type { Context } from "@/lib/core/context";
import type { MiniProgram } from "@/lib/db/generated/client";
import { wechatKeyOf } from "@/lib/mini-programs/wechat-key";
import { listPauses } from "@/lib/wechat-state/list-pauses";

/** What keeps rows of a kind from being sent now: a minute that passes, or a cause to pause the batch. */
export async function findHold(
  ctx: Context,
  { miniProgram, batch }: { miniProgram: MiniProgram; batch: { id: string; kind: CodeKind } },
): Promise<"minute" | StopCause | null> {
  if (miniProgram.archivedAt) return { why: "archived" };
  if (!(await mayRun(ctx, batch.id))) return { why: "not_allowed" };
  const { kind } = batch;
  const pauses = await listPauses(ctx, wechatKeyOf(ctx.runtime.env, miniProgram));
  const holding = pauses.filter(
    ({ scope }) =>
      scope === "all" ||
      scope === ENDPOINT_OF_KIND[kind] ||
      (scope === "limited" && isLimited(kind)),
  );
  const lasting = holding.find(({ reason }) => reason !== "next_minute");
  if (lasting) {
    const failure = {
      failureErrcode: lasting.errcode,
      failureWhy: "api_error",
      failureMessage: null,
      failureRid: null,
    };
    return { why: "wechat", failure };
  }
  return holding.length > 0 ? "minute" : null;
}

/** Whether the person in whose name it runs may still mint. */
async function mayRun({ runtime: { db } }: Context, batchId: string): Promise<boolean> {
  const [batch] = await db.$queryRaw<{ mayRun: boolean }[]>`
    SELECT may_mint(run_by_id) AS "mayRun" FROM batches WHERE id = ${batchId}::uuid`;
  return batch?.mayRun ?? false;
}
