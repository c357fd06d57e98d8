import { appendEntries } from "@/lib/audit/append-entries";
import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";
import { reader, withTransaction } from "@/lib/db/transaction";
import { COUNT_HEARD_SQL, TAKE_ROWS } from "@/lib/scans/count-heard-sql";
import type { EndedTest } from "@/lib/scans/count-heard-sql";

/**
 * Counts what the gate heard: each take leaves the inbox and enters the figures in one transaction, so nothing is
 * lost or counted twice whenever a worker dies. Only one worker counts at a time; the others leave it to that one.
 */
export async function countHeardScans(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== "job") throw new ForbiddenError("scans:read");
  let takenCount: number;
  do {
    if (!(await hasHeard(ctx))) return;
    takenCount = await countOneTake(ctx);
  } while (takenCount === TAKE_ROWS);
}

async function hasHeard(ctx: Context): Promise<boolean> {
  const [row] = await reader(ctx).$queryRaw<{ has: boolean }[]>`
    SELECT EXISTS (SELECT FROM heard_scans) AS has`;
  return row?.has ?? false;
}

/** How many rows it took; none while another worker counts. */
async function countOneTake(ctx: Context): Promise<number> {
  return withTransaction(ctx, async (tctx) => {
    const { tx } = tctx;
    const [lock] = await tx.$queryRaw<{ isMine: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended('count-heard-scans', 0)) AS "isMine"`;
    if (!lock?.isMine) return 0;
    const [take] =
      await tx.$queryRaw<{ takenCount: number; endedTests: EndedTest[] }[]>(COUNT_HEARD_SQL);
    if (!take) throw new Error("Counting gave no answer.");
    const entries = take.endedTests.map(({ sceneId, scene, startedBy, sceneValue }) => ({
      ctx: tctx,
      entry: {
        action: "scene.tested" as const,
        target: { kind: "scene" as const, id: sceneId, label: scene },
        details: { startedBy, sceneValue },
      },
    }));
    await appendEntries(tx, entries);
    return take.takenCount;
  });
}
