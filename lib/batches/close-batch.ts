import { appendEntry } from "@/lib/audit/append-entry";
import { stopBatch } from "@/lib/batches/stop-batch";
import { apiUrl } from "@/lib/core/api-url";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import { announce } from "@/lib/webhooks/announce";

interface Standing {
  status: string;
  name: string;
  miniProgramId: string;
  openCount: number;
  openPilotCount: number;
  isPilot: boolean;
  mintedCount: number;
  refusedCount: number;
  unknownCount: number;
}

/**
 * Ends a running batch none of whose rows is queued or under way, or stops it behind its pilot.
 * Rows a dead process left `sent` keep it open until they are settled.
 */
export async function closeBatch(ctx: Context, batchId: string): Promise<void> {
  await withTransaction(ctx, async (tctx) => {
    await tctx.tx.$queryRaw`SELECT id FROM batches WHERE id = ${batchId}::uuid FOR UPDATE`;
    const [standing] = await tctx.tx.$queryRaw<Standing[]>`
      SELECT batches.status::text AS status, batches.name, batches.mini_program_id AS "miniProgramId",
        pilot_until_row IS NOT NULL AS "isPilot",
        count(codes.id) FILTER (WHERE codes.status IN ('queued', 'sent'))::int AS "openCount",
        count(codes.id) FILTER (WHERE codes.status IN ('queued', 'sent') AND batch_row <= pilot_until_row)::int
          AS "openPilotCount",
        count(codes.id) FILTER (WHERE codes.status = 'minted')::int AS "mintedCount",
        count(codes.id) FILTER (WHERE codes.status = 'refused')::int AS "refusedCount",
        count(codes.id) FILTER (WHERE codes.status = 'unknown')::int AS "unknownCount"
      FROM batches LEFT JOIN codes ON codes.batch_id = batches.id
      WHERE batches.id = ${batchId}::uuid GROUP BY batches.id`;
    if (standing?.status !== "running") return;
    const { name, openCount, openPilotCount, isPilot } = standing;
    if (openCount > 0) {
      if (isPilot && openPilotCount === 0) await stopBatch(tctx, batchId, { why: "pilot" });
      return;
    }
    await tctx.tx.batch.update({
      where: { id: batchId },
      data: { status: "done", finishedAt: ctx.now() },
    });
    const { miniProgramId, mintedCount, refusedCount, unknownCount } = standing;
    const url = apiUrl(ctx.runtime.env.publicUrl, `/batches/${batchId}`);
    const counts = { mintedCount, refusedCount, unknownCount };
    await announce(tctx, [
      { type: "batch.finished", data: { batchId, miniProgramId, name, ...counts, url } },
    ]);
    await appendEntry(tctx, {
      action: "batch.finished",
      target: { kind: "batch", id: batchId, label: name },
      details: counts,
    });
  });
}
