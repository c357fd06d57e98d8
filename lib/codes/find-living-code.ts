import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";

export interface WantedCode {
  requestKey: string;
  miniProgramId: string;
  identity: string;
}

/** The code this form already made, else one with the same parameters that was not refused. */
export async function findLivingCode(
  ctx: Context,
  { requestKey, miniProgramId, identity }: WantedCode,
): Promise<{ id: string; isSameRequest: boolean } | null> {
  const db = reader(ctx);
  // The key is only honoured for its own maker, so a guessed one reveals nothing.
  const sameRequest = await db.code.findFirst({
    where: { requestKey, createdById: ctx.actor.id },
    select: { id: true },
  });
  if (sameRequest) return { id: sameRequest.id, isSameRequest: true };
  const sameParameters = await db.code.findFirst({
    where: { miniProgramId, identity, status: { not: "refused" } },
    select: { id: true },
  });
  return sameParameters && { id: sameParameters.id, isSameRequest: false };
}
