import { DomainError } from "@/lib/core/errors";
import type { Platform } from "@/lib/db/generated/client";
import { isTicketAlive } from "@/lib/platforms/platform-row";
import { openPlatformSecret } from "@/lib/platforms/platform-secret";
import type { Runtime } from "@/lib/runtime";
import { postgresTokenStoreOf } from "@/lib/wechat-state/postgres-token-store";
import { recordTokenEvent } from "@/lib/wechat-state/record-token-event";
import { createComponentClient } from "@/lib/wechat/component-client";
import type { ComponentClient } from "@/lib/wechat/component-client";

/** The one place a platform's client is built. Cheap: connections and tokens are shared. */
export function componentForPlatform(runtime: Runtime, platform: Platform): ComponentClient {
  const { env, dispatcher, db } = runtime;
  if (platform.isSandbox && env.MINTDESK_SANDBOX === "off") {
    throw new DomainError("wechat_unreachable", "sandboxOff");
  }
  const { id } = platform;
  return createComponentClient({
    baseUrl: platform.isSandbox ? env.sandboxUrl : env.WECHAT_API_BASE,
    componentAppId: platform.componentAppId,
    secret: () => openPlatformSecret(runtime, id, "secret", platform.secretCiphertext).reveal(),
    // Read anew each time: a newer ticket may have been pushed since the row was read.
    readTicket: async () => {
      const row = await db.platform.findUnique({ where: { id } });
      if (!row?.ticketCiphertext || !isTicketAlive(row.ticketAt, new Date())) return null;
      return openPlatformSecret(runtime, id, "ticket", row.ticketCiphertext).reveal();
    },
    tokenStore: postgresTokenStoreOf(runtime, id),
    timeoutMs: env.WECHAT_TIMEOUT_MS,
    dispatcher,
    onTokenEvent: (event) => recordTokenEvent(runtime, id, event),
  });
}
