import { authorize } from "@/lib/access/authorize";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import type { ApprovalRow } from "@/lib/codes/approval-schema";
import type { Context } from "@/lib/core/context";
import type { Approval } from "@/lib/db/generated/client";
import { reader } from "@/lib/db/transaction";
import { QuotaOf } from "@/lib/quota/schema";

const MOST_PENDING = 200;
const MOST_DECIDED = 50;

/** What waits for a second person, the oldest first, then the 50 decided last. */
export async function listApprovals(ctx: Context, input: QuotaOf): Promise<ApprovalRow[]> {
  authorize(ctx, "quota:read");
  const { miniProgramId } = QuotaOf.parse(input);
  const { approval } = reader(ctx);
  const [pending, decided] = await Promise.all([
    approval.findMany({
      where: { miniProgramId, status: "pending" },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: MOST_PENDING,
    }),
    approval.findMany({
      where: { miniProgramId, status: { not: "pending" } },
      orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
      take: MOST_DECIDED,
    }),
  ]);
  return [...pending, ...decided].map((row) => toRow(ctx, row));
}

function toRow(ctx: Context, row: Approval): ApprovalRow {
  const { miniProgramId: _miniProgramId, decidedById: _decidedById, ...shown } = row;
  return { ...shown, mayDecide: mayDecide(ctx, row) };
}

function mayDecide({ actor }: Context, { status, requestedById }: Approval): boolean {
  if (actor.kind !== "user" || status !== "pending") return false;
  return ROLE_PERMISSIONS[actor.role].includes("codes:mint") && actor.id !== requestedById;
}
