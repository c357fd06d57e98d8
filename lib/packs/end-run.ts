import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import type { TransactionContext } from "@/lib/db/transaction";
import { StaleRunError } from "@/lib/packs/pack-run";
import type { MadePack, PackRun } from "@/lib/packs/pack-run";

/** So long its file is kept. */
export const KEPT_DAYS = 30;

/** The pack is ready; throws StaleRunError when it was not this run's any more. */
export async function finishRun({ ctx, pack, runToken }: PackRun, made: MadePack): Promise<void> {
  await withTransaction(ctx, async (tctx) => {
    const [ready] = await tctx.tx.$queryRaw<{ problemCount: number }[]>`
      UPDATE packs SET status = 'ready', run_token = NULL, done_count = code_count,
        file_count = ${made.fileCount}::int, byte_size = ${made.byteSize}::bigint,
        central_offset = ${made.centralOffset}::bigint, sha256 = ${made.sha256}, ready_at = clock_timestamp(),
        remove_at = clock_timestamp() + make_interval(days => ${KEPT_DAYS}::int)
      WHERE id = ${pack.id}::uuid AND run_token = ${runToken}::uuid AND status = 'preparing'
      RETURNING problem_count AS "problemCount"`;
    if (!ready) throw new StaleRunError();
    await appendEntry(tctx, {
      action: "pack.ready",
      target: { kind: "pack", id: pack.id, label: pack.name },
      details: { sha256: made.sha256, byteSize: made.byteSize, problemCount: ready.problemCount },
    });
  });
}

/** The pack cannot be made, and trying again would not help. */
export async function failRun(
  { ctx, pack, runToken }: Pick<PackRun, "ctx" | "pack" | "runToken">,
  why: string,
): Promise<void> {
  await withTransaction(ctx, async (tctx) => {
    const [mine] = await tctx.tx.$queryRaw<unknown[]>`
      SELECT FROM packs WHERE id = ${pack.id}::uuid AND run_token = ${runToken}::uuid FOR UPDATE`;
    if (mine) await failPack(tctx, pack.id, why);
  });
}

/** Of a pack that is locked. `why` is a key of errors.json without placeholders. */
export async function failPack(
  ctx: TransactionContext,
  packId: string,
  why: string,
): Promise<void> {
  const pack = await ctx.tx.pack.update({
    where: { id: packId },
    data: { status: "failed", failure: why, runToken: null },
  });
  await appendEntry(ctx, {
    action: "pack.failed",
    target: { kind: "pack", id: packId, label: pack.name },
    details: { why },
  });
}

/** Something broke: the next run need not wait for the lease to end. */
export async function giveUpRun(ctx: Context, packId: string, runToken: string): Promise<void> {
  await ctx.runtime.db.$executeRaw`
    UPDATE packs SET claimed_until = clock_timestamp() WHERE id = ${packId}::uuid AND run_token = ${runToken}::uuid`;
}
