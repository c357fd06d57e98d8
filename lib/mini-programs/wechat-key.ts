import type { Env } from "@/lib/env";
import { baseUrlOf } from "@/lib/mini-programs/api-hosts";
import { accountKey } from "@/lib/wechat/account-key";

/** Under which name lib/wechat keeps a mini program's pauses. */
export function wechatKeyOf(
  env: Env,
  miniProgram: { wechatAppId: string; isSandbox: boolean; apiHost: string },
): string {
  return accountKey(baseUrlOf(env, miniProgram), miniProgram.wechatAppId);
}
