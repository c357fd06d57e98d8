import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "@/lib/core/context";

const LOOK_AGAIN_MS = 200;
/**
 * Requests a mint may make one after the other, each with its own time-out: by the policy up to
 * six for a picture, and for tokens two, with a platform's two more.
 */
const CALLS_PER_ATTEMPT = 10;
const MARGIN_MS = 15_000;

/**
 * Waits while another request mints this code; gives up when no attempt can take that long, and at
 * once when the code itself waits for a pause to end or for a second person.
 */
export async function awaitOutcome(ctx: Context, codeId: string): Promise<void> {
  const deadline =
    performance.now() + ctx.runtime.env.WECHAT_TIMEOUT_MS * CALLS_PER_ATTEMPT + MARGIN_MS;
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
