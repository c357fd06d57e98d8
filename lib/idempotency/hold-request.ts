import type { Context } from "@/lib/core/context";
import { ownUserId } from "@/lib/idempotency/own-user-id";
import { HELD_MS } from "@/lib/idempotency/schema";

/** Says that a request is still being done. */
export async function holdRequest(ctx: Context, id: string): Promise<void> {
  const userId = ownUserId(ctx);
  await ctx.runtime.db.$executeRaw`
    UPDATE idempotent_requests
    SET held_until = clock_timestamp() + ${HELD_MS} * interval '1 millisecond'
    WHERE id = ${id}::uuid AND user_id = ${userId}::uuid AND status IS NULL`;
}
