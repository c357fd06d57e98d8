import { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { decodeCursor, encodeCursor } from "@/lib/core/cursor";
import type { Page } from "@/lib/core/cursor";
import { Prisma } from "@/lib/db/generated/client";
import { reader } from "@/lib/db/transaction";
import { ListNeverScannedInput } from "@/lib/scans/schema";
import type { NeverScannedRow } from "@/lib/scans/schema";
import { IS_RETIRED } from "@/lib/scenes/in-force-sql";

/** So many codes are looked through for one page, however rare the ones nobody scanned are. */
const LOOKED_THROUGH_ROWS = 10_000;

const Position = z.tuple([z.iso.datetime(), z.guid()]);

interface LookedThrough extends Omit<NeverScannedRow, "codeId"> {
  id: string;
  createdAt: Date;
  isNeverScanned: boolean;
}

/**
 * Codes of kind B that were minted more than so many days ago and whose scene nobody has scanned since, tests not
 * counted, the newest first. A page can have fewer rows than asked for and still have a next one.
 */
export async function listNeverScanned(
  ctx: Context,
  input: ListNeverScannedInput,
): Promise<Page<NeverScannedRow>> {
  authorize(ctx, "scans:read");
  const { cursor, limit, miniProgramId, days } = ListNeverScannedInput.parse(input);
  const after = cursor === undefined ? null : decodeCursor(cursor, Position);
  const found = await reader(ctx).$queryRaw<LookedThrough[]>(
    lookThroughSql({ miniProgramId, days, limit }, after),
  );
  const last = found.at(-1);
  const rows = found
    .filter(({ isNeverScanned }) => isNeverScanned)
    .map(({ id: codeId, createdAt: _createdAt, isNeverScanned: _is, ...code }) => ({
      codeId,
      ...code,
    }));
  const next = last ? encodeCursor([last.createdAt.toISOString(), last.id]) : null;
  const hasMore = rows.length === limit || (last !== undefined && !last.isNeverScanned);
  return { rows, next: hasMore ? next : null };
}

/** The codes nobody scanned, and after them the last one that was looked through when there may be more. */
function lookThroughSql(
  { miniProgramId, days, limit }: Required<Omit<ListNeverScannedInput, "cursor">>,
  after: [string, string] | null,
): Prisma.Sql {
  const older = after
    ? Prisma.sql`AND (c.created_at, c.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : Prisma.empty;
  return Prisma.sql`
    WITH looked_through AS MATERIALIZED (
      SELECT c.id, c.label, c.serial, c.scene, c.target AS page, c.campaign_id, c.created_at, c.minted_at,
        c.status, c.env_version, c.kind, c.mini_program_id
      FROM codes c
      WHERE c.mini_program_id = ${miniProgramId}::uuid
        AND c.created_at < now() - make_interval(days => ${days}::int) ${older}
      ORDER BY c.created_at DESC, c.id DESC LIMIT ${LOOKED_THROUGH_ROWS}::int
    ), never AS MATERIALIZED (
      SELECT c.* FROM looked_through c
      JOIN scenes s ON s.mini_program_id = c.mini_program_id AND s.value = c.scene AND NOT ${Prisma.raw(IS_RETIRED)}
      WHERE c.kind = 'WXACODE_UNLIMITED' AND c.status = 'minted' AND c.env_version = 'release'
        AND c.minted_at < now() - make_interval(days => ${days}::int)
        AND NOT EXISTS (SELECT FROM scan_days d WHERE d.scene_id = s.id AND d.scans > 0)
      ORDER BY c.created_at DESC, c.id DESC LIMIT ${limit}::int
    ), edge AS (
      SELECT * FROM looked_through ORDER BY created_at, id LIMIT 1
    )
    SELECT listed.id, label, serial, scene, page, campaigns.name AS "campaignName", minted_at AS "mintedAt",
      listed.created_at AS "createdAt", is_never AS "isNeverScanned"
    FROM (
      SELECT never.*, true AS is_never FROM never
      UNION ALL
      SELECT edge.*, false FROM edge
      WHERE (SELECT count(*) FROM never) < ${limit}::int
        AND (SELECT count(*) FROM looked_through) = ${LOOKED_THROUGH_ROWS}::int
    ) AS listed LEFT JOIN campaigns ON campaigns.id = listed.campaign_id
    ORDER BY is_never DESC, listed.created_at DESC, listed.id DESC`;
}
