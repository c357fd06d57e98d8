import { sendStarted } from "@/lib/codes/send-started";
import { startAttempt } from "@/lib/codes/start-attempt";
import type { Context } from "@/lib/core/context";
import { wechatForMiniProgram } from "@/lib/mini-programs/wechat-for-mini-program";

/** A picture is at most about 400 KB; asked for before quota is spent on one that cannot be kept. */
export const ROOM_NEEDED_BYTES = 4 * 1024 * 1024;

/**
 * Takes a queued code through one attempt: `sent` committed, WeChat asked, picture
 * checked and stored, outcome committed. Does nothing when another process has the code.
 * Throws `storage_unavailable` before anything is sent when a picture could not be kept.
 */
export async function attemptMint(
  ctx: Context,
  codeId: string,
  miniProgramId: string,
): Promise<void> {
  const { runtime } = ctx;
  const miniProgram = await runtime.db.miniProgram.findUniqueOrThrow({
    where: { id: miniProgramId },
  });
  // Whatever speaks against it is better known before the code is `sent`.
  wechatForMiniProgram(runtime, miniProgram);
  await runtime.store.ensureRoom(ROOM_NEEDED_BYTES);
  const started = await startAttempt(ctx, codeId);
  if (started) await sendStarted(ctx, miniProgram, started);
}
