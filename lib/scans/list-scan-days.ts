import { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { decodeCursor, encodeCursor } from "@/lib/core/cursor";
import type { Page } from "@/lib/core/cursor";
import { Prisma } from "@/lib/db/generated/client";
import { reader } from "@/lib/db/transaction";
import { NEWEST_CODE_JOIN, ofCampaign } from "@/lib/scans/scan-figures-sql";
import { ListScanDaysInput } from "@/lib/scans/schema";
import type { ScanDayLine } from "@/lib/scans/schema";

const Position = z.tuple([z.iso.date(), z.guid()]);

/** What was counted of each scene on each day of a span, the oldest day first; deep pages cost what the first does. */
export async function listScanDays(
  ctx: Context,
  input: ListScanDaysInput,
): Promise<Page<ScanDayLine>> {
  authorize(ctx, "scans:read");
  const { cursor, limit, from, to, miniProgramId, campaignId, sceneId } =
    ListScanDaysInput.parse(input);
  const [day, id] = cursor === undefined ? [null, null] : decodeCursor(cursor, Position);
  const after = day
    ? Prisma.sql`AND (d.day, d.scene_id) > (${day}::date, ${id}::uuid)`
    : Prisma.empty;
  const ofScene = sceneId ? Prisma.sql`AND d.scene_id = ${sceneId}::uuid` : Prisma.empty;
  const found = await reader(ctx).$queryRaw<ScanDayLine[]>`
    SELECT d.day::text, d.scene_id AS "sceneId", s.value AS scene, newest.id AS "codeId", newest.label,
      newest.serial, campaigns.name AS "campaignName", d.scans, d.repeats, d.tests,
      d.first_at AS "firstAt", d.last_at AS "lastAt"
    FROM scan_days d JOIN scenes s ON s.id = d.scene_id ${NEWEST_CODE_JOIN}
    LEFT JOIN campaigns ON campaigns.id = newest.campaign_id
    WHERE d.mini_program_id = ${miniProgramId}::uuid AND d.day BETWEEN ${from}::date AND ${to}::date
      ${after} ${ofScene} AND ${ofCampaign(campaignId)}
    ORDER BY d.day, d.scene_id LIMIT ${limit + 1}::int`;
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return {
    rows,
    next: last && found.length > limit ? encodeCursor([last.day, last.sceneId]) : null,
  };
}
