import { appendEntry } from "@/lib/audit/append-entry";
import type { AttemptedCode } from "@/lib/batches/judge-attempt";
import { apiUrl } from "@/lib/core/api-url";
import type { Context } from "@/lib/core/context";
import { databaseNow } from "@/lib/db/database-now";
import { withTransaction } from "@/lib/db/transaction";
import { announce } from "@/lib/webhooks/announce";

/** Why a run cannot go on. Without a failure WeChat was not asked at all: the sandbox is switched off. */
export type StopCause =
  | {
      why: "wechat";
      failure: Pick<
        AttemptedCode,
        "failureErrcode" | "failureWhy" | "failureMessage" | "failureRid"
      > | null;
    }
  | { why: "storage"; reason: string }
  | { why: "pilot" }
  /** The mini program was put away. */
  | { why: "archived" }
  /** In whose name it ran may mint no longer. */
  | { why: "not_allowed" };

/** Pauses a running batch for a reason that holds for every row; the first reason stays. */
export async function stopBatch(ctx: Context, batchId: string, cause: StopCause): Promise<void> {
  await withTransaction(ctx, async (tctx) => {
    // When the day of a day's limit is over is for the database to say, so it says when it began.
    const pausedAt = await databaseNow(tctx.tx);
    const failure = cause.why === "wechat" ? cause.failure : null;
    const errcode = failure?.failureErrcode ?? null;
    const { count } = await tctx.tx.batch.updateMany({
      where: { id: batchId, status: "running" },
      data: {
        status: "paused",
        pauseWhy: cause.why,
        pausedAt,
        pauseErrcode: errcode,
        pauseFailure: pauseFailureOf(cause),
        pauseMessage: failure?.failureMessage ?? null,
        pauseRid: failure?.failureRid ?? null,
      },
    });
    if (count === 0) return;
    const { name, miniProgramId } = await tctx.tx.batch.findUniqueOrThrow({
      where: { id: batchId },
      select: { name: true, miniProgramId: true },
    });
    const { why } = cause;
    const url = apiUrl(ctx.runtime.env.publicUrl, `/batches/${batchId}`);
    await announce(tctx, [
      { type: "batch.stopped", data: { batchId, miniProgramId, name, why, errcode, url } },
    ]);
    await appendEntry(tctx, {
      action: "batch.paused",
      target: { kind: "batch", id: batchId, label: name },
      details: { why, errcode },
    });
  });
}

function pauseFailureOf(cause: StopCause): string | null {
  if (cause.why === "storage") return cause.reason;
  return cause.why === "wechat" ? (cause.failure?.failureWhy ?? "not_sent:refused") : null;
}
