import { authorize } from "@/lib/access/authorize";
import { PreviewRepointInput, REPOINT_SHOWN_COUNT } from "@/lib/codes/repoint-schema";
import type { RepointLeftOut, RepointPreview, RepointRow } from "@/lib/codes/repoint-schema";
import { carriedScenesSql, foundScenesSql } from "@/lib/codes/repoint-sql";
import { requireFew } from "@/lib/codes/require-few";
import type { Context } from "@/lib/core/context";
import { databaseNow } from "@/lib/db/database-now";
import { withLongTransaction } from "@/lib/db/transaction";
import { momentOf } from "@/lib/scenes/moment-of";

type Counts = RepointLeftOut & Pick<RepointPreview, "sceneCount" | "aheadCount">;

/**
 * What re-pointing would do: how many scenes, the first 20 before and after, and what would stay as it is and
 * why. Changes nothing. Throws InvalidInputError for a moment that is over and for more than 100,000 scenes.
 */
export async function previewRepoint(
  ctx: Context,
  input: PreviewRepointInput,
): Promise<RepointPreview> {
  authorize(ctx, "scenes:write");
  const wanted = PreviewRepointInput.parse(input);
  return withLongTransaction(ctx, async ({ tx }) => {
    const moment = momentOf(wanted.change.at, await databaseNow(tx));
    const carried = carriedScenesSql(wanted.filter);
    const [told] = await tx.$queryRaw<(Counts & { rows: RepointRow[] | null })[]>`
      WITH found AS MATERIALIZED (${foundScenesSql(wanted, moment, carried)})
      SELECT count(*) FILTER (WHERE verdict = 'changes')::int AS "sceneCount",
        count(*) FILTER (WHERE verdict = 'retired')::int AS retired,
        count(*) FILTER (WHERE verdict = 'same')::int AS same,
        count(*) FILTER (WHERE verdict = 'unfit')::int AS unfit,
        count(*) FILTER (WHERE verdict = 'long')::int AS long,
        count(*) FILTER (WHERE verdict = 'changes' AND EXISTS (
          SELECT FROM scene_versions v
          WHERE v.scene_id = found.id AND v.cancelled_at IS NULL AND v.effective_from > ${moment}
        ))::int AS "aheadCount",
        (SELECT jsonb_agg(jsonb_build_object('sceneId', id, 'scene', value, 'label', label, 'serial', serial,
            'before', jsonb_build_object('page', page, 'payload', payload),
            'after', jsonb_build_object('page', after_page, 'payload', after_payload)) ORDER BY id)
          FROM (SELECT * FROM found WHERE verdict = 'changes' ORDER BY id LIMIT ${REPOINT_SHOWN_COUNT}::int
            ) AS first) AS rows
      FROM found`;
    if (!told) throw new Error("A count gave no row.");
    const { sceneCount, aheadCount, rows, ...leftOut } = told;
    requireFew(sceneCount);
    return { sceneCount, leftOut, aheadCount, rows: rows ?? [] };
  });
}
