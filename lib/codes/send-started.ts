import { v7 as uuidv7 } from "uuid";
import { callWechat, ENDPOINT_OF_KIND } from "@/lib/codes/call-wechat";
import { isLimited } from "@/lib/codes/code-parameters";
import { guardCalls } from "@/lib/codes/guard-calls";
import { inspectPicture } from "@/lib/codes/inspect-picture";
import { failedOutcome, interruptedOutcome, unknownOutcome } from "@/lib/codes/mint-outcome";
import type { MintOutcome } from "@/lib/codes/mint-outcome";
import { takeSends } from "@/lib/codes/send-pace";
import type { JournalCall, SettledCode } from "@/lib/codes/finished-attempt";
import { settleSoon } from "@/lib/codes/settle-soon";
import type { StartedCode } from "@/lib/codes/start-attempt";
import type { Context } from "@/lib/core/context";
import { wechatForMiniProgram } from "@/lib/mini-programs/wechat-for-mini-program";
import type { Callable } from "@/lib/mini-programs/wechat-for-mini-program";
import type { Runtime } from "@/lib/runtime";
import { pictureKey, thumbnailKey } from "@/lib/storage/object-keys";
import type { WechatClient } from "@/lib/wechat/client";

/**
 * Asks WeChat for a code that is `sent`, keeps the picture and commits what came of it. An attempt that
 * is no longer this process's own sends nothing and is given back; so is one for which
 * something broke before anything was sent, and then what broke is thrown. `onOutcome` hears what came of it
 * before it is committed.
 */
export async function sendStarted(
  ctx: Context,
  miniProgram: Callable,
  code: StartedCode,
  onOutcome?: (outcome: MintOutcome) => void,
): Promise<SettledCode> {
  const { runtime } = ctx;
  const { id: codeId, attemptToken, minterId } = code;
  const calls: JournalCall[] = [];
  const guard = guardCalls(runtime.dispatcher, runtime.minter, minterId);
  const wechat = wechatForMiniProgram(
    runtime,
    miniProgram,
    (call) => calls.push({ id: uuidv7(), ...call }),
    guard.dispatcher,
  );
  const countSent = () =>
    calls.filter(
      ({ endpoint, outcome }) => endpoint === ENDPOINT_OF_KIND[code.kind] && outcome !== "not_sent",
    ).length;
  // A limited one that is lost on the way waits for a person.
  const mayWait = code.batchRow !== null && !isLimited(code.kind);
  const settle = (outcome: MintOutcome) =>
    settleSoon(
      ctx,
      { miniProgramId: code.miniProgramId, mayWait },
      { codeId, attemptToken, outcome, calls },
    );
  let outcome: MintOutcome;
  try {
    outcome = await mint(runtime, wechat, code);
  } catch (error) {
    await settle(countSent() > 0 ? interruptedOutcome(isLimited(code.kind)) : { status: "unsent" });
    throw error;
  }
  onOutcome?.(outcome);
  const wasHeldBack = guard.isShut && outcome.status === "refused";
  const settled = await settle(wasHeldBack ? { status: "unsent" } : outcome);
  const repeats = countSent() - 1;
  // Nobody booked a place for a repeat; those who come now make room for it.
  if (repeats > 0) await takeSends(runtime.db, code.miniProgramId, repeats);
  return settled;
}

async function mint(
  runtime: Runtime,
  wechat: WechatClient,
  code: StartedCode,
): Promise<MintOutcome> {
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
