import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";
import { QuotaOf } from "@/lib/quota/schema";
import type { ReservationRow } from "@/lib/quota/schema";

const MOST = 200;

export interface ReservationList {
  /** The oldest first, at most 200. */
  rows: ReservationRow[];
  /** How many there are in all. */
  count: number;
}

/** What is reserved, for which code or batch, and since when. */
export async function listReservations(ctx: Context, input: QuotaOf): Promise<ReservationList> {
  authorize(ctx, "quota:read");
  const where = QuotaOf.parse(input);
  const found = await reader(ctx).quotaReservation.findMany({
    where,
    orderBy: { seq: "asc" },
    take: MOST,
    include: { campaign: { select: { name: true } }, chargedTo: { select: { name: true } } },
  });
  const codes = await reader(ctx).code.findMany({
    where: { id: { in: found.flatMap(({ codeId }) => codeId ?? []) } },
    select: { id: true, label: true, status: true, isAwaitingApproval: true },
  });
  const codeOf = new Map(codes.map((code) => [code.id, code]));
  const rows = found.map(({ seq, codeId, batchId, open, createdAt, campaign, chargedTo }) => {
    const code = codeId === null ? undefined : codeOf.get(codeId);
    return {
      seq: seq.toString(),
      codeId,
      codeLabel: code?.label ?? null,
      codeStatus: code?.status ?? null,
      isAwaitingApproval: code?.isAwaitingApproval ?? false,
      batchId,
      campaignName: campaign?.name ?? null,
      chargedToName: chargedTo?.name ?? null,
      open,
      since: createdAt,
    };
  });
  return { rows, count: await reader(ctx).quotaReservation.count({ where }) };
}
