import type { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import type { CodeFilters } from "@/lib/codes/list-schema";
import { readSerial } from "@/lib/scenes/read-serial";

/** Filters as `CodeFilters` parsed them. */
export type ParsedCodeFilters = z.output<typeof CodeFilters>;

/** Where a page begins: after this code, in the order newest first. */
export interface CodePosition {
  createdAt: string;
  id: string;
}

const DAY_MS = 86_400_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

// Past these a count says "more than"; the second bounds what it reads when hits lie scattered.
const COUNT_MAX = 10_000;
const COUNT_PAGES_MAX = 2_600;

/**
 * The filters in the shape the database functions take (migration code_search): only what narrows the
 * list, days as moments, the search as words that all must match.
 */
export function codeFilterJson(filters: ParsedCodeFilters): Record<string, string | string[]> {
  const { from, to, search, envVersion, ...equal } = filters;
  const words = (search ?? "").split(/\s+/).filter((word) => word !== "");
  const narrowing: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(equal)) {
    if (value !== undefined) narrowing[name] = name.endsWith("Id") ? value.toLowerCase() : value;
  }
  if (envVersion !== "any") narrowing.envVersion = envVersion;
  if (from) narrowing.from = beijingMidnight(from, 0);
  if (to) narrowing.until = beijingMidnight(to, DAY_MS);
  if (words.length > 0) narrowing.words = words;
  return narrowing;
}

/** A page of the list, joined only after it is cut to `limit` rows. */
export function listCodesSql(
  filters: ParsedCodeFilters,
  after: CodePosition | null,
  limit: number,
): Prisma.Sql {
  return Prisma.sql`
    SELECT c.id, c.serial, c.mini_program_id AS "miniProgramId", m.name AS "miniProgramName",
      m.is_sandbox AS "isSandbox", c.campaign_id AS "campaignId", g.name AS "campaignName",
      c.kind, c.status, c.label, c.tags, c.target, c.scene, c.env_version AS "envVersion", c.width,
      c.line_color AS "lineColor", c.is_hyaline AS "isHyaline", c.created_by_name AS "createdBy",
      c.created_by_id AS "createdById", c.created_at AS "createdAt", c.minted_at AS "mintedAt",
      c.picture_sha256 AS "pictureSha256", p.media_type AS "mediaType",
      c.failure_errcode AS "failureErrcode", c.failure_why AS "failureWhy",
      CASE WHEN c.status = 'queued' THEN c.held_until END AS "heldUntil"
    FROM (${pageSql(filters, after, limit)}) AS page
    JOIN codes c ON c.id = page.id
    JOIN mini_programs m ON m.id = c.mini_program_id
    LEFT JOIN campaigns g ON g.id = c.campaign_id
    LEFT JOIN pictures p ON p.sha256 = c.picture_sha256
    ORDER BY page.created_at DESC, page.id DESC`;
}

/** One row: how many codes meet the filters, and whether there may be more than counted. */
export function countCodesSql(filters: ParsedCodeFilters): Prisma.Sql {
  const narrowing = codeFilterJson(filters);
  const counted = Prisma.sql`
    SELECT count, capped FROM count_codes(${json(narrowing)}::jsonb, ${COUNT_MAX}::int, ${COUNT_PAGES_MAX}::int)`;
  const added = searchedCodeCount(filters, Prisma.sql`${json(narrowing)}::jsonb`);
  if (!added) return counted;
  return Prisma.sql`SELECT (count + ${added})::int AS count, capped FROM (${counted}) AS by_text`;
}

/** `id` and `created_at` of at most `limit` codes after a position, newest first. */
export function pageSql(
  filters: ParsedCodeFilters,
  after: CodePosition | null,
  limit: number,
): Prisma.Sql {
  const narrowing = Prisma.sql`${json(codeFilterJson(filters))}::jsonb`;
  const find = Prisma.sql`
    SELECT id, created_at FROM find_codes(${narrowing}, ${after?.createdAt ?? null}::timestamptz,
      ${after?.id ?? null}::uuid, ${limit}::int)`;
  const isNamed = searchedCode(filters);
  if (!isNamed) return find;
  return Prisma.sql`
    ${find} UNION
    SELECT hit.id, hit.created_at FROM codes AS named CROSS JOIN LATERAL find_codes(
      ${narrowing} - 'words' || jsonb_build_object('id', named.id), ${after?.createdAt ?? null}::timestamptz,
      ${after?.id ?? null}::uuid, 1) AS hit
    WHERE ${isNamed}
    ORDER BY created_at DESC, id DESC LIMIT ${limit}::int`;
}

/**
 * How many codes a search for an id or a serial finds besides those its text finds: 1 or 0, for the code may
 * carry it in its text as well; null where the search is for neither.
 */
export function searchedCodeCount(
  filters: ParsedCodeFilters,
  narrowing: Prisma.Sql,
): Prisma.Sql | null {
  const isNamed = searchedCode(filters);
  if (!isNamed) return null;
  return Prisma.sql`(SELECT count(*) FROM codes AS named
    WHERE ${isNamed} AND EXISTS (SELECT FROM ${findNamed(Prisma.sql`${narrowing} - 'words'`)})
      AND NOT EXISTS (SELECT FROM ${findNamed(narrowing)}))`;
}

/** The code (`named`), if it meets this as well. */
function findNamed(narrowing: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`find_codes(${narrowing} || jsonb_build_object('id', named.id), NULL, NULL, 1)`;
}

/** A search for an id or a serial also means the code (`named`) that has it. */
function searchedCode({ search }: ParsedCodeFilters): Prisma.Sql | null {
  if (!search) return null;
  if (UUID.test(search)) return Prisma.sql`named.id = ${search.toLowerCase()}::uuid`;
  const serial = readSerial(search);
  return serial === null ? null : Prisma.sql`named.serial = ${serial}`;
}

function json(value: unknown): string {
  return JSON.stringify(value);
}

/** Midnight in Beijing, which keeps no summer time, `offsetMs` later. */
function beijingMidnight(day: string, offsetMs: number): string {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + offsetMs).toISOString();
}
