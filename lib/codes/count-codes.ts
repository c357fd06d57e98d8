import { authorize } from "@/lib/access/authorize";
import { countCodesSql } from "@/lib/codes/code-filter-sql";
import { CodeFilters } from "@/lib/codes/list-schema";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";

/** `capped`: there may be more than `count`, shown as "10,000+". */
export interface CodeCount {
  count: number;
  capped: boolean;
}

/**
 * How many codes meet the filters: exact to 10,000. Hits of a search or of several filters at once that lie
 * scattered over more than 2,600 pages of the table are capped where the counting stopped.
 */
export async function countCodes(ctx: Context, filters: CodeFilters): Promise<CodeCount> {
  authorize(ctx, "codes:read");
  const sql = countCodesSql(CodeFilters.parse(filters));
  const [row] = await reader(ctx).$queryRaw<CodeCount[]>(sql);
  return row ?? { count: 0, capped: false };
}
