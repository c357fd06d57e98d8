import { DomainError } from "@/lib/core/errors";
import type { AppKind, TokenSource } from "@/lib/db/generated/client";
import { baseUrlOf } from "@/lib/mini-programs/api-hosts";
import { openAppSecret } from "@/lib/mini-programs/app-secret";
import { fetchAuthorizerToken } from "@/lib/mini-programs/fetch-authorizer-token";
import { fetchCompanyToken } from "@/lib/mini-programs/fetch-company-token";
import type { Runtime } from "@/lib/runtime";
import { callPolicyOf } from "@/lib/wechat-state/call-policy";
import { postgresTokenStoreOf } from "@/lib/wechat-state/postgres-token-store";
import { recordTokenEvent } from "@/lib/wechat-state/record-token-event";
import { createWechatClient } from "@/lib/wechat/client";
import type { TokenWay, WechatClient, WechatClientOptions } from "@/lib/wechat/client";

/** What of a mini program a client is built of. */
export interface Callable {
  id: string;
  wechatAppId: string;
  appKind: AppKind;
  tokenSource: TokenSource;
  secretCiphertext: string | null;
  apiHost: string;
  repeatUnknownLimited: boolean;
  isSandbox: boolean;
}

/**
 * The one place a WeChat client is built. Cheap: connections, tokens and pauses are shared, so
 * every mint has a client whose `onCall` writes that code's journal.
 */
export function wechatForMiniProgram(
  runtime: Runtime,
  miniProgram: Callable,
  onCall?: WechatClientOptions["onCall"],
  dispatcher = runtime.dispatcher,
): WechatClient {
  const { env } = runtime;
  const { id, wechatAppId, appKind, repeatUnknownLimited } = miniProgram;
  if (miniProgram.isSandbox && env.MINTDESK_SANDBOX === "off") {
    throw new DomainError("wechat_unreachable", "sandboxOff");
  }
  return createWechatClient({
    ...tokenWay(runtime, miniProgram),
    baseUrl: baseUrlOf(env, miniProgram),
    appId: wechatAppId,
    kind: appKind === "mini_game" ? "miniGame" : "miniProgram",
    tokenStore: postgresTokenStoreOf(runtime, id),
    timeoutMs: env.WECHAT_TIMEOUT_MS,
    dispatcher,
    policy: callPolicyOf(runtime),
    repeatUnknownLimited,
    onCall,
    onTokenEvent: (event) => recordTokenEvent(runtime, id, event),
  });
}

function tokenWay(runtime: Runtime, miniProgram: Callable): TokenWay {
  const { id, tokenSource } = miniProgram;
  switch (tokenSource) {
    case "stable":
    case "classic": {
      const tokenEndpoint = tokenSource === "stable" ? "stable_token" : "token";
      return { secret: () => openAppSecret(runtime, miniProgram).reveal(), tokenEndpoint };
    }
    case "token_server":
      return { fetchToken: () => fetchCompanyToken(runtime, id), tokenName: "token_server" };
    case "platform":
      return {
        fetchToken: (request) => fetchAuthorizerToken(runtime, id, request),
        tokenName: "api_authorizer_token",
      };
  }
}
