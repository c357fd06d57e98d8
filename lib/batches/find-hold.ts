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
  { miniProgram, batch: { kind } }: { miniProgram: MiniProgram; batch: { kind: CodeKind } },
): Promise<"minute" | StopCause | null> {
  if (miniProgram.archivedAt) return { why: "archived" };
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
