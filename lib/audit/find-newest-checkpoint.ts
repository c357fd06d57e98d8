import { authorize } from "@/lib/access/authorize";
import type { SignedCheckpoint } from "@/lib/audit/checkpoint-text";
import { toSigned } from "@/lib/audit/list-checkpoints";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";

/** The last signed end of the log; null before the first. */
export async function findNewestCheckpoint(ctx: Context): Promise<SignedCheckpoint | null> {
  authorize(ctx, "audit:read");
  const row = await reader(ctx).auditCheckpoint.findFirst({ orderBy: { seq: "desc" } });
  return row && toSigned(row);
}
