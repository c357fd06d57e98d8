import { request } from "undici";
import { baseUrlOf } from "@/lib/mini-programs/api-hosts";
import { wechatForMiniProgram } from "@/lib/mini-programs/wechat-for-mini-program";
import type { MiniProgram } from "@/lib/db/generated/client";
import type { Runtime } from "@/lib/runtime";

const PROBE_MS = 4_000;

/**
 * Whether WeChat's server answers at all where a mini program's calls go, and, if that was what failed, whether a
 * token is to be had in a way that leaves the present one alone. No call that WeChat counts is made.
 */
export async function canReachWechat(
  runtime: Runtime,
  miniProgram: MiniProgram,
  { withToken }: { withToken: boolean },
): Promise<boolean> {
  const { env, dispatcher } = runtime;
  if (miniProgram.isSandbox && env.MINTDESK_SANDBOX === "off") return false;
  const signal = AbortSignal.timeout(PROBE_MS);
  try {
    const url = baseUrlOf(env, miniProgram);
    const { body } = await request(url, { dispatcher, signal, method: "HEAD" });
    await body.dump();
    // `classic` has no such way.
    if (!withToken || miniProgram.tokenSource === "classic") return true;
    const { ok } = await wechatForMiniProgram(runtime, miniProgram).checkCredentials();
    return ok;
  } catch {
    return false;
  }
}
