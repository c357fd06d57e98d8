import { codeFilterJson } from "@/lib/codes/code-filter-sql";
import type { ParsedCodeFilters } from "@/lib/codes/code-filter-sql";
import { CodeEnvVersion, CodeKind, CodeStatus } from "@/lib/codes/list-schema";
import { Prisma } from "@/lib/db/generated/client";

export const FACETS = ["kind", "status", "envVersion", "campaignId", "tag", "createdById"] as const;
export type Facet = (typeof FACETS)[number];

// What one value may count and read, and how many values a menu offers: together below 5,000 pages a facet.
const VALUE_COUNT_MAX = 1_000;
const VALUE_PAGES_MAX = 100;
const VALUES_MAX = 20;

// The values of an open list are taken from this many of the newest codes.
const SAMPLE_ROWS = 300;

/** One facet's values (`value`, `label`, `count`, `capped`), most frequent first; its own filter is ignored. */
export function countFacetSql(facet: Facet, filters: ParsedCodeFilters): Prisma.Sql {
  const { [facet]: _own, ...narrowing } = codeFilterJson(filters);
  const base = Prisma.sql`${JSON.stringify(narrowing)}::jsonb`;
  return Prisma.sql`
    SELECT candidate.value, candidate.label, counted.count, counted.capped
    FROM (${valuesSql(facet, base)}) AS candidate (value, label),
      LATERAL count_codes(${base} || jsonb_build_object(${facet}::text, candidate.value),
        ${VALUE_COUNT_MAX}::int, ${VALUE_PAGES_MAX}::int) AS counted
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
      return closedList(CodeEnvVersion.options);
    case "tag":
      return Prisma.sql`
        SELECT tag, tag FROM (${sampleSql(base)}) AS c, unnest(c.tags) AS tag
        GROUP BY tag ORDER BY count(*) DESC, tag LIMIT ${VALUES_MAX}::int`;
    case "campaignId":
      return namedList(base, Prisma.sql`campaign_id`, Prisma.sql`campaigns`, "none");
    case "createdById":
      return namedList(base, Prisma.sql`created_by_id`, Prisma.sql`users`, null);
  }
}

function closedList(values: readonly string[]): Prisma.Sql {
  return Prisma.sql`SELECT value, value FROM unnest(${[...values]}::text[]) AS value`;
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
    SELECT codes.* FROM find_codes(${base}, NULL, NULL, ${SAMPLE_ROWS}::int) AS newest
    JOIN codes ON codes.id = newest.id`;
}
