import type { Context } from "@/lib/core/context";
import { databaseNow } from "@/lib/db/database-now";
import { reader } from "@/lib/db/transaction";
import type { CallPause } from "@/lib/wechat-state/schema";
import { findErrcode } from "@/lib/wechat/errcodes/find-errcode";
import { ENDPOINTS, type EndpointName } from "@/lib/wechat/endpoints";

/** What holds a mini program's calls back now, the longest last. */
export async function listPauses(ctx: Context, key: string): Promise<CallPause[]> {
  const now = await databaseNow(reader(ctx));
  const rows = await reader(ctx).wechatPause.findMany({
    where: { key, OR: [{ until: null }, { until: { gt: now } }] },
    orderBy: [{ until: { sort: "asc", nulls: "last" } }, { scope: "asc" }],
  });
  return rows.map(({ scope, reason, since, until, errcode }) => {
    const endpoint = scope in ENDPOINTS ? (scope as EndpointName) : undefined;
    const { zh, en } = findErrcode(errcode, endpoint);
    return {
      scope,
      reason: reason as CallPause["reason"],
      since,
      until,
      errcode,
      words: { zh, en },
    };
  });
}
