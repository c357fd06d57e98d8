import { codeFilterJson, searchedCodeCount } from "@/lib/codes/code-filter-sql";
import type { ParsedCodeFilters } from "@/lib/codes/code-filter-sql";
import { EnvVersion, CodeKind, CodeStatus } from "@/lib/codes/schema";
import { Prisma } from "@/lib/db/generated/client";

export const FACETS = ["kind", "status", "envVersion", "campaignId", "tag", "createdById"] as const;
export type Facet = (typeof FACETS)[number];

// A value is counted to a thousand, or to where its codes lie scattered over this many pages of the table:
// a facet of few values (closed) or of up to 13 (open) stays below 5,000 pages in all.
const VALUE_COUNT_MAX = 1_000;
const CLOSED_PAGES_MAX = 350;
const OPEN_PAGES_MAX = 50;
const VALUES_MAX = 12;

// The values of an open list are taken from this many of the newest codes, whatever is searched for:
// they are only proposed here, and counted afterwards.
const SAMPLE_ROWS = 200;

/** One facet's values (`value`, `label`, `count`, `capped`), most frequent first; its own filter is ignored. */
export function countFacetSql(facet: Facet, filters: ParsedCodeFilters): Prisma.Sql {
  const { [facet]: _own, ...narrowing } = codeFilterJson(filters);
  const pagesMax = ["kind", "status", "envVersion"].includes(facet)
    ? CLOSED_PAGES_MAX
    : OPEN_PAGES_MAX;
  const base = Prisma.sql`${JSON.stringify(narrowing)}::jsonb`;
  const narrowed = Prisma.sql`(${base} || jsonb_build_object(${facet}::text, candidate.value))`;
  const count = Prisma.sql`SELECT count, capped
    FROM count_codes(${narrowed}, ${VALUE_COUNT_MAX}::int, ${pagesMax}::int)`;
  const added = searchedCodeCount(filters, narrowed);
  const counted = added
    ? Prisma.sql`SELECT (count + ${added})::int AS count, capped FROM (${count}) AS by_text`
    : count;
  return Prisma.sql`
    SELECT candidate.value, candidate.label, counted.count, counted.capped
    FROM (${valuesSql(facet, base)}) AS candidate (value, label), LATERAL (${counted}) AS counted
    WHERE counted.count > 0
    ORDER BY counted.count DESC, candidate.label, candidate.value`;
}

function valuesSql(facet: Facet, base: Prisma.Sql): Prisma.Sql {
  switch (facet) {
    case "kind":
      return closedList(CodeKind.options);
    case "status":
      return closedList(CodeStatus.options);
    case "envVersion":
      return closedList(EnvVersion.options);
    case "tag":
      return tagList(base);
    case "campaignId":
      return namedList(base, Prisma.sql`campaign_id`, Prisma.sql`campaigns`, "none");
    case "createdById":
      return namedList(base, Prisma.sql`created_by_id`, Prisma.sql`users`, null);
  }
}

function closedList(values: readonly string[]): Prisma.Sql {
  return Prisma.sql`SELECT value, value FROM unnest(${[...values]}::text[]) AS value`;
}

/** What the newest codes carry, filled up with the most frequent tags ANALYZE saw. */
function tagList(base: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT tag, tag FROM (
      SELECT tag, count(*) AS weight FROM (${sampleSql(base)}) AS c, unnest(c.tags) AS tag GROUP BY tag
      UNION ALL
      SELECT unnest(most_common_elems::text::text[]), 0 FROM pg_stats
      WHERE schemaname = 'public' AND tablename = 'codes' AND attname = 'tags'
    ) AS weighed GROUP BY tag ORDER BY max(weight) DESC, tag LIMIT ${VALUES_MAX}::int`;
}

/** What the newest codes carry, filled up with the newest of the table; `absent` stands for none. */
function namedList(
  base: Prisma.Sql,
  column: Prisma.Sql,
  table: Prisma.Sql,
  absent: string | null,
): Prisma.Sql {
  return Prisma.sql`
    SELECT coalesce(named.id::text, ${absent}), coalesce(named.name, '')
    FROM (
      SELECT id, max(weight) AS weight FROM (
        SELECT ${column} AS id, count(*) AS weight FROM (${sampleSql(base)}) AS c GROUP BY 1
        UNION ALL
        (SELECT id, 0 FROM ${table} ORDER BY created_at DESC LIMIT ${VALUES_MAX}::int)
        UNION ALL
        SELECT NULL, 0
      ) AS weighed GROUP BY id ORDER BY max(weight) DESC, id DESC LIMIT ${VALUES_MAX}::int
    ) AS offered
    LEFT JOIN ${table} AS named ON named.id = offered.id
    WHERE named.id IS NOT NULL OR ${absent}::text IS NOT NULL`;
}

function sampleSql(base: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT codes.* FROM find_codes(${base} - 'words', NULL, NULL, ${SAMPLE_ROWS}::int) AS newest
    JOIN codes ON codes.id = newest.id`;
}
