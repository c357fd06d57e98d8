import type { Context } from "@/lib/core/context";
import { databaseNow } from "@/lib/db/database-now";
import { reader } from "@/lib/db/transaction";
import { ownUserId } from "@/lib/idempotency/own-user-id";
import type { RememberedAnswer } from "@/lib/idempotency/schema";

/**
 * Remembers what a request was answered, in the caller's transaction if there is one. False when somebody who took it
 * over was faster: then theirs is the answer, and a transaction must not be committed.
 */
export async function finishRequest(
  ctx: Context,
  { id, answer }: { id: string; answer: RememberedAnswer },
): Promise<boolean> {
  const userId = ownUserId(ctx);
  const db = reader(ctx);
  const { count } = await db.idempotentRequest.updateMany({
    where: { id, userId, status: null },
    data: { ...answer, heldUntil: null, answeredAt: await databaseNow(db) },
  });
  return count === 1;
}
