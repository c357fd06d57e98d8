import type { Context } from "@/lib/core/context";
import { ownUserId } from "@/lib/idempotency/own-user-id";

/** Leaves a request without an answer, so that its next repeat does it again at once, under the same id. */
export async function releaseRequest(ctx: Context, id: string): Promise<void> {
  const userId = ownUserId(ctx);
  await ctx.runtime.db.$executeRaw`
    UPDATE idempotent_requests SET held_until = clock_timestamp() - interval '1 millisecond'
    WHERE id = ${id}::uuid AND user_id = ${userId}::uuid AND status IS NULL`;
}
