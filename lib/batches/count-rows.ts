import type { BatchCounts } from "@/lib/batches/progress-schema";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";

interface Counted extends Omit<BatchCounts, "queued"> {
  batchId: string;
  waiting: number;
}

/** Rows of batches by what became of them. */
export async function countRows(
  ctx: Context,
  batchIds: readonly string[],
): Promise<Map<string, BatchCounts>> {
  const counted = await reader(ctx).$queryRaw<Counted[]>`
    SELECT batches.id AS "batchId", waiting, held, sent, minted, refused, unknown, repeats, bad
    FROM batches,
      LATERAL (SELECT
          coalesce(sum(n) FILTER (WHERE status = 'queued'), 0)::int AS waiting,
          coalesce(sum(n) FILTER (WHERE status = 'sent'), 0)::int AS sent,
          coalesce(sum(n) FILTER (WHERE status = 'minted'), 0)::int AS minted,
          coalesce(sum(n) FILTER (WHERE status = 'refused'), 0)::int AS refused,
          coalesce(sum(n) FILTER (WHERE status = 'unknown'), 0)::int AS unknown
        FROM (SELECT status, count(*) AS n FROM codes WHERE batch_id = batches.id GROUP BY status) AS by_status
      ) AS codes,
      LATERAL (SELECT count(*)::int AS held FROM codes
        WHERE batch_id = batches.id AND status = 'queued' AND held_until > clock_timestamp()) AS held,
      LATERAL (SELECT count(*) FILTER (WHERE why = 'repeat')::int AS repeats,
          count(*) FILTER (WHERE why = 'bad')::int AS bad
        FROM batch_skips WHERE batch_id = batches.id) AS skips
    WHERE batches.id = ANY(${[...batchIds]}::uuid[])`;
  return new Map(
    counted.map(({ batchId, waiting, held, ...rest }) => [
      batchId,
      { queued: waiting - held, held, ...rest },
    ]),
  );
}
