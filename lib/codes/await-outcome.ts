import { setTimeout as sleep } from "node:timers/promises";
import { attemptLeaseMs } from "@/lib/codes/start-attempt";
import type { Context } from "@/lib/core/context";

const LOOK_AGAIN_MS = 200;

/**
 * Waits while another request mints this code; gives up when its attempt must have died, and at
 * once when the code itself waits for a pause to end or for a second person.
 */
export async function awaitOutcome(ctx: Context, codeId: string): Promise<void> {
  const deadline = performance.now() + attemptLeaseMs(ctx.runtime.env);
  while (performance.now() < deadline) {
    const code = await ctx.runtime.db.code.findUniqueOrThrow({
      where: { id: codeId },
      select: { status: true, heldUntil: true, isAwaitingApproval: true },
    });
    if (code.heldUntil || code.isAwaitingApproval) return;
    if (code.status !== "queued" && code.status !== "sent") return;
    await sleep(LOOK_AGAIN_MS);
  }
}
