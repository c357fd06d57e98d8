import type { BatchCheck, SampleRow } from "@/lib/batches/draft-schema";
import { priceRows } from "@/lib/batches/price-rows";
import { readQuota } from "@/lib/batches/read-quota";
import type { OpenDraft } from "@/lib/batches/require-draft";
import { PILOT_ROWS } from "@/lib/batches/schema";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";

interface Tally {
  rowCount: number;
  newCount: number;
  repeatCount: number;
  badCount: number;
  limitedCount: number;
  lastNewRow: number | null;
}

/** What planning a draft would do and cost now. */
export async function tellCheck(ctx: Context, { draft, form }: OpenDraft): Promise<BatchCheck> {
  const { rowCount, newCount, repeatCount, badCount, limitedCount, lastNewRow } = await tally(
    ctx,
    draft.id,
  );
  return {
    draftId: draft.id,
    sheetRevision: draft.sheetRevision,
    rowCount,
    newCount,
    repeatCount,
    badCount,
    samples: await readSamples(ctx, draft.id, lastNewRow),
    price: priceRows({ newCount, limitedCount }, form.kind, await readQuota(ctx, form)),
  };
}

async function tally(ctx: Context, draftId: string): Promise<Tally> {
  const [told] = await reader(ctx).$queryRaw<Tally[]>`
    SELECT count(*)::int AS "rowCount",
      count(*) FILTER (WHERE verdict = 'new')::int AS "newCount",
      count(*) FILTER (WHERE verdict = 'repeat')::int AS "repeatCount",
      count(*) FILTER (WHERE verdict IN ('bad', 'taken'))::int AS "badCount",
      coalesce(sum(quota_cost) FILTER (WHERE verdict = 'new'), 0)::int AS "limitedCount",
      max(row) FILTER (WHERE verdict = 'new') AS "lastNewRow"
    FROM batch_draft_rows WHERE draft_id = ${draftId}::uuid`;
  if (!told) throw new Error("A count gave no row.");
  return told;
}

/** The first three and the last of the new ones. */
async function readSamples(
  ctx: Context,
  draftId: string,
  lastRow: number | null,
): Promise<SampleRow[]> {
  const db = reader(ctx);
  const where = { draftId, verdict: "new" };
  const first = await db.batchDraftRow.findMany({
    where,
    orderBy: { row: "asc" },
    take: PILOT_ROWS,
  });
  const isShown = first.some(({ row }) => row === lastRow);
  const last =
    lastRow === null || isShown
      ? []
      : await db.batchDraftRow.findMany({ where: { ...where, row: lastRow } });
  return [...first, ...last].map(({ row, label, target, scene, payload }) => ({
    row,
    label,
    target,
    scene: payload ? null : scene,
    payload: payload as SampleRow["payload"],
  }));
}
