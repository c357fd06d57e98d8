import { mayRetry } from "@/lib/batches/may-retry";
import type { FailureGroup } from "@/lib/batches/progress-schema";
import { ENDPOINT_OF_KIND } from "@/lib/codes/call-wechat";
import { isLimited } from "@/lib/codes/code-parameters";
import type { CodeKind } from "@/lib/codes/schema";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";
import { describeFailure } from "@/lib/wechat-state/describe-failure";

const MOST_GROUPS = 20;

interface GroupRow {
  status: "refused" | "unknown";
  failureErrcode: number | null;
  failureWhy: string | null;
  count: number;
  codeId: string;
  row: number;
  label: string;
  message: string | null;
  rid: string | null;
}

/** Failed rows of a batch by cause, the most frequent first, each with its first row. */
export async function groupFailures(
  ctx: Context,
  { id, kind }: { id: string; kind: CodeKind },
): Promise<FailureGroup[]> {
  const groups = await reader(ctx).$queryRaw<GroupRow[]>`
    SELECT grouped.*, first.id AS "codeId", first.label, first.failure_message AS message, first.failure_rid AS rid
    FROM (
      SELECT status::text AS status, failure_errcode AS "failureErrcode", failure_why AS "failureWhy",
        count(*)::int AS count, min(batch_row)::int AS row
      FROM codes WHERE batch_id = ${id}::uuid AND status IN ('refused', 'unknown')
      GROUP BY 1, 2, 3 ORDER BY 4 DESC, 5 LIMIT ${MOST_GROUPS}
    ) AS grouped
    JOIN codes AS first ON first.batch_id = ${id}::uuid AND first.batch_row = grouped.row
    ORDER BY count DESC, row`;
  return groups.map((group) => {
    const { status, failureErrcode: errcode, failureWhy, message, rid } = group;
    const quotaUsed = status === "unknown" && isLimited(kind) ? "unknown" : "no";
    const failure = {
      errcode,
      why: failureWhy ?? "",
      message: message ?? "",
      rid,
      quotaUsed,
    } as const;
    return {
      status,
      count: group.count,
      failure: describeFailure(failure, ENDPOINT_OF_KIND[kind]),
      mayRetry: mayRetry(group, kind),
      example: { codeId: group.codeId, row: group.row, label: group.label },
    };
  });
}
