import type { Database } from "@/lib/db/client";

/** Long enough to be sure that no process has a run to spare for it. */
const WAITED_SECONDS = 2;

export interface SeenBatch {
  /** Neither paused nor cancelled, its mini program not put away, its person not without the right. */
  isRunning: boolean;
  /** Another batch has something to send, and nobody is at work on it for want of a free run. */
  doOthersWait: boolean;
}

/** Says that a run of a batch is at work, or no longer. Null: not now; a beat that is missed is no reason to end. */
export async function tellSeen(
  db: Database,
  batchId: string,
  isAtWork: boolean,
): Promise<SeenBatch | null> {
  try {
    const [told] = await db.$queryRaw<SeenBatch[]>`
      UPDATE batches SET run_seen_at = CASE WHEN ${isAtWork} THEN clock_timestamp() END
      WHERE id = ${batchId}::uuid
      RETURNING status = 'running' AND may_mint(run_by_id) AND EXISTS (SELECT FROM mini_programs
        WHERE mini_programs.id = mini_program_id AND archived_at IS NULL) AS "isRunning", EXISTS (
        SELECT FROM pgboss.job JOIN batches AS other ON other.run_token::text = job.data ->> 'runToken'
        WHERE job.name = 'batches.run' AND job.state IN ('created', 'retry') AND other.status = 'running'
          AND coalesce(other.run_seen_at < clock_timestamp() - make_interval(secs => ${WAITED_SECONDS}), true)
          AND job.start_after < clock_timestamp() - make_interval(secs => ${WAITED_SECONDS})
      ) AS "doOthersWait"`;
    return told ?? null;
  } catch {
    return null;
  }
}
