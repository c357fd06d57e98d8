import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";
import type { Level } from "@/lib/quota/levels";
import type { QuotaNoticeRow } from "@/lib/quota/schema";

/** The highest level of each mini program that has reached one, the fullest first; archived ones are left out. */
export async function listQuotaNotices(ctx: Context): Promise<QuotaNoticeRow[]> {
  authorize(ctx, "quota:read");
  const highest = await reader(ctx).quotaNotice.findMany({
    where: { miniProgram: { archivedAt: null } },
    distinct: ["miniProgramId"],
    orderBy: [{ level: "desc" }, { reachedAt: "desc" }],
    include: { miniProgram: { select: { name: true, quota: true } } },
  });
  return highest.map(({ miniProgramId, level, reachedAt, miniProgram }) => ({
    miniProgramId,
    miniProgramName: miniProgram.name,
    level: level as Level,
    reachedAt,
    used: (miniProgram.quota?.spent ?? 0) + (miniProgram.quota?.reserved ?? 0),
    limit: miniProgram.quota?.lifetimeLimit ?? 0,
  }));
}
