import type { z } from "zod";
import { pageSql } from "@/lib/codes/code-filter-sql";
import { Prisma } from "@/lib/db/generated/client";
import type { LeftOut, LeftOutReason, PackSelection } from "@/lib/packs/schema";

export type ParsedSelection = z.output<typeof PackSelection>;

/** Among so many codes those that may be in a pack are looked for. */
export const CHOSEN_MAX = 200_000;

/**
 * The chosen codes as `id`, `label`, `tags`, `campaign_name`, `picture_sha256`; `reason` says why one may not be in
 * a pack, and `place` counts those of one reason, the oldest first and rows of a batch as they stood in it.
 */
export function judgedSql(selection: ParsedSelection): Prisma.Sql {
  return Prisma.sql`
    SELECT judged.*, row_number() OVER (PARTITION BY reason ORDER BY created_at, batch_row, id)::int AS place
    FROM (
      SELECT c.id, c.label, c.tags, g.name AS campaign_name, c.picture_sha256, c.created_at, c.batch_row,
        CASE WHEN c.env_version <> 'release' THEN c.env_version::text
          WHEN c.status = 'refused' THEN 'failed'
          WHEN c.status = 'unknown' THEN 'unknown'
          WHEN c.status <> 'minted' OR c.picture_sha256 IS NULL THEN 'waiting' END AS reason
      FROM (${chosenSql(selection)}) AS chosen
      JOIN codes c ON c.id = chosen.id
      LEFT JOIN campaigns g ON g.id = c.campaign_id
    ) AS judged`;
}

function chosenSql(selection: ParsedSelection): Prisma.Sql {
  const most = CHOSEN_MAX + 1;
  switch (selection.kind) {
    case "codes":
      return Prisma.sql`SELECT DISTINCT id FROM unnest(${selection.codeIds}::uuid[]) AS id`;
    case "filter":
      return pageSql(selection.filters, null, most);
    case "batch":
      return Prisma.sql`SELECT id FROM codes WHERE batch_id = ${selection.batchId}::uuid LIMIT ${most}::int`;
    case "campaign":
      return Prisma.sql`
        SELECT id FROM codes WHERE campaign_id = ${selection.campaignId}::uuid LIMIT ${most}::int`;
  }
}

/** How many were chosen of every reason; null: those that get in. */
export interface ReasonCount {
  reason: LeftOutReason | null;
  count: number;
}

export function toLeftOut(counts: readonly ReasonCount[]): LeftOut {
  return Object.fromEntries(
    counts.flatMap(({ reason, count }) => (reason === null ? [] : [[reason, count]])),
  );
}
