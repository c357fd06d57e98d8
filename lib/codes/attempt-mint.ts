import { callWechat } from "@/lib/codes/call-wechat";
import { isLimited } from "@/lib/codes/code-parameters";
import { inspectPicture } from "@/lib/codes/inspect-picture";
import { failedOutcome, unknownOutcome } from "@/lib/codes/mint-outcome";
import type { MintOutcome } from "@/lib/codes/mint-outcome";
import { settleAttempt } from "@/lib/codes/settle-attempt";
import { startAttempt } from "@/lib/codes/start-attempt";
import type { Context } from "@/lib/core/context";
import type { Code } from "@/lib/db/generated/client";
import { wechatForMiniProgram } from "@/lib/mini-programs/wechat-for-mini-program";
import type { Runtime } from "@/lib/runtime";
import { pictureKey, thumbnailKey } from "@/lib/storage/object-keys";
import type { CallRecord } from "@/lib/wechat/call-endpoint";
import type { WechatClient } from "@/lib/wechat/client";

/** A picture is at most about 400 KB; asked for before quota is spent on one that cannot be kept. */
const ROOM_NEEDED_BYTES = 4 * 1024 * 1024;

/**
 * Takes a queued code through one attempt: `sent` committed, WeChat asked, picture
 * checked and stored, outcome committed. Does nothing when another process has the code.
 * Throws `storage_unavailable` before anything is sent when a picture could not be kept.
 */
export async function attemptMint(ctx: Context, codeId: string): Promise<void> {
  const { runtime } = ctx;
  const code = await runtime.db.code.findUniqueOrThrow({
    where: { id: codeId },
    include: { miniProgram: true },
  });
  const calls: CallRecord[] = [];
  const wechat = wechatForMiniProgram(runtime, code.miniProgram, (call) => calls.push(call));
  await runtime.store.ensureRoom(ROOM_NEEDED_BYTES);
  const attemptToken = await startAttempt(ctx, codeId);
  if (!attemptToken) return;
  const outcome = await mint(runtime, wechat, code);
  await settleAttempt(ctx, { codeId, attemptToken, outcome, calls });
}

async function mint(runtime: Runtime, wechat: WechatClient, code: Code): Promise<MintOutcome> {
  const limited = isLimited(code.kind);
  try {
    const answered = await callWechat(wechat, code);
    const inspection = await inspectPicture(answered);
    if (!inspection.ok) {
      return unknownOutcome(inspection.why, "The bytes do not decode as a code.", limited);
    }
    const { picture, thumbnail } = inspection;
    await runtime.store.put(thumbnailKey(picture.sha256), thumbnail);
    await runtime.store.put(pictureKey(picture.sha256), answered.bytes);
    return { status: "minted", picture, numUsed: answered.numUsed };
  } catch (error) {
    return failedOutcome(error, limited, new Date());
  }
}
