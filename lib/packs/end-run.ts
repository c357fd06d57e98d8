import { appendEntry } from "@/lib/audit/append-entry";
import { apiUrl } from "@/lib/core/api-url";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import type { TransactionContext } from "@/lib/db/transaction";
import { StaleRunError } from "@/lib/packs/pack-run";
import type { MadePack, PackRun } from "@/lib/packs/pack-run";
import { announce } from "@/lib/webhooks/announce";

/** So long its file is kept. */
export const KEPT_DAYS = 30;

interface ReadyPack {
  problemCount: number;
  codeCount: number;
  /** What its entry in the log belongs to. */
  miniProgramId: string | null;
}

/** The pack is ready; throws StaleRunError when it was not this run's any more. */
export async function finishRun({ ctx, pack, runToken }: PackRun, made: MadePack): Promise<void> {
  await withTransaction(ctx, async (tctx) => {
    const [ready] = await tctx.tx.$queryRaw<ReadyPack[]>`
      UPDATE packs SET status = 'ready', run_token = NULL, done_count = code_count,
        file_count = ${made.fileCount}::int, byte_size = ${made.byteSize}::bigint,
        central_offset = ${made.centralOffset}::bigint, sha256 = ${made.sha256}, ready_at = clock_timestamp(),
        remove_at = clock_timestamp() + make_interval(days => ${KEPT_DAYS}::int)
      WHERE id = ${pack.id}::uuid AND run_token = ${runToken}::uuid AND status = 'preparing'
      RETURNING problem_count AS "problemCount", code_count AS "codeCount",
        (SELECT mini_program_id FROM audit_entries WHERE seq = packs.audit_seq) AS "miniProgramId"`;
    if (!ready) throw new StaleRunError();
    const { sha256, byteSize } = made;
    const url = apiUrl(ctx.runtime.env.publicUrl, `/packs/${pack.id}`);
    const data = { packId: pack.id, name: pack.name, ...ready, byteSize, sha256, url };
    await announce(tctx, [{ type: "pack.ready", data: { ...data, fileUrl: `${url}/file` } }]);
    await appendEntry(tctx, {
      action: "pack.ready",
      target: { kind: "pack", id: pack.id, label: pack.name },
      details: { sha256, byteSize, problemCount: ready.problemCount },
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
