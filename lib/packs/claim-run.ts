import { randomUUID } from "node:crypto";
import type { Context } from "@/lib/core/context";
import type { Pack } from "@/lib/db/generated/client";
import { withTransaction } from "@/lib/db/transaction";
import { failPack } from "@/lib/packs/end-run";

/** A run that says nothing for so long is taken for dead. */
export const LEASE_SECONDS = 20;
/** A pack whose runs all died would take every worker with it. */
const RUNS_MAX = 5;

export type Claim = { kind: "mine"; pack: Pack; runToken: string } | { kind: "attended" | "over" };

/**
 * Takes the pack for a run of its own and forgets what an earlier one made. "attended": another run is at it;
 * "over": there is nothing to prepare.
 */
export async function claimRun(ctx: Context, packId: string): Promise<Claim> {
  return withTransaction(ctx, async (tctx) => {
    const { tx } = tctx;
    const [found] = await tx.$queryRaw<{ isAttended: boolean; runCount: number }[]>`
      SELECT coalesce(claimed_until > clock_timestamp(), false) AS "isAttended", run_count AS "runCount"
      FROM packs WHERE id = ${packId}::uuid AND status = 'preparing' FOR UPDATE`;
    if (!found) return { kind: "over" };
    if (found.isAttended) return { kind: "attended" };
    if (found.runCount >= RUNS_MAX) {
      await failPack(tctx, packId, "packBroken");
      return { kind: "over" };
    }
    const runToken = randomUUID();
    await tx.packFile.deleteMany({ where: { packId } });
    await tx.packCode.updateMany({
      where: { packId, problem: { not: null } },
      data: { problem: null },
    });
    await tx.$executeRaw`
      UPDATE packs SET run_token = ${runToken}::uuid, run_count = run_count + 1, done_count = 0,
        problem_count = 0, claimed_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
      WHERE id = ${packId}::uuid`;
    const pack = await tx.pack.findUniqueOrThrow({ where: { id: packId } });
    return { kind: "mine", pack, runToken };
  });
}
