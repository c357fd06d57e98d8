import { DomainError } from "@/lib/core/errors";
import { openAppSecret } from "@/lib/mini-programs/app-secret";
import { createPostgresTokenStore } from "@/lib/mini-programs/postgres-token-store";
import type { Runtime } from "@/lib/runtime";
import { createWechatClient } from "@/lib/wechat/client";
import type { WechatClient, WechatClientOptions } from "@/lib/wechat/client";
import type { TokenStore } from "@/lib/wechat/token-store";

interface Callable {
  id: string;
  wechatAppId: string;
  secretCiphertext: string;
  isSandbox: boolean;
}

// One store per mini program and process: token requests in flight are shared through it.
const tokenStores = new WeakMap<Runtime, Map<string, TokenStore>>();

function tokenStoreOf(runtime: Runtime, miniProgramId: string): TokenStore {
  const stores = tokenStores.get(runtime) ?? new Map<string, TokenStore>();
  tokenStores.set(runtime, stores);
  const store = stores.get(miniProgramId) ?? createPostgresTokenStore(runtime, miniProgramId);
  stores.set(miniProgramId, store);
  return store;
}

/**
 * The one place a WeChat client is built. Cheap: connections and tokens are shared, so
 * every mint has a client whose `onCall` writes that code's journal.
 */
export function wechatForMiniProgram(
  runtime: Runtime,
  miniProgram: Callable,
  onCall?: WechatClientOptions["onCall"],
): WechatClient {
  const { env, dispatcher } = runtime;
  if (miniProgram.isSandbox && env.MINTDESK_SANDBOX === "off") {
    throw new DomainError("wechat_unreachable", "sandboxOff");
  }
  const secret = openAppSecret(runtime, miniProgram);
  return createWechatClient({
    baseUrl: miniProgram.isSandbox ? env.sandboxUrl : env.WECHAT_API_BASE,
    appId: miniProgram.wechatAppId,
    secret: () => secret.reveal(),
    tokenStore: tokenStoreOf(runtime, miniProgram.id),
    timeoutMs: env.WECHAT_TIMEOUT_MS,
    dispatcher,
    onCall,
  });
}
