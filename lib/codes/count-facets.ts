import { authorize } from "@/lib/access/authorize";
import { countFacetSql } from "@/lib/codes/code-facet-sql";
import type { Facet } from "@/lib/codes/code-facet-sql";
import { CodeFilters } from "@/lib/codes/list-schema";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";

/** One entry of a filter menu. `capped`: there may be more than `count`, at most 1,000 are counted. */
export interface FacetValue {
  value: string;
  /** A campaign's or person's name, else the value itself; empty for "none". */
  label: string;
  count: number;
  capped: boolean;
}

export type CodeFacets = Record<Facet, FacetValue[]>;

/**
 * The values the list can be narrowed to and how many codes each would leave. A facet ignores its own
 * filter. Campaigns, tags and people: at most 12 each, those of the newest codes first of all.
 */
export async function countFacets(ctx: Context, filters: CodeFilters): Promise<CodeFacets> {
  authorize(ctx, "codes:read");
  const parsed = CodeFilters.parse(filters);
  const count = (facet: Facet): Promise<FacetValue[]> =>
    reader(ctx).$queryRaw<FacetValue[]>(countFacetSql(facet, parsed));
  return {
    kind: await count("kind"),
    status: await count("status"),
    envVersion: await count("envVersion"),
    campaignId: await count("campaignId"),
    tag: await count("tag"),
    createdById: await count("createdById"),
  };
}
