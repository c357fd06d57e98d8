import type { IncomingMessage } from "node:http";
import { clientAddress } from "@/lib/core/client-address.mjs";
import type { Gate } from "@/lib/gate/gate";
import { addressKey } from "@/lib/gate/limits";
import { negotiateLocale } from "@/lib/i18n/locales";
import type { Locale } from "@/lib/i18n/locales";
import type { Words } from "@/lib/packs/words";

/** Whoever opened a pack link. */
export interface Guest {
  address: string;
  /** What counts as one address in limits. */
  key: string;
  locale: Locale;
  words: Words;
  /** WeChat's own browser keeps no files. */
  isInWechat: boolean;
}

export async function readGuest({ env, packs }: Gate, incoming: IncomingMessage): Promise<Guest> {
  const address = clientAddress(incoming, env.MINTDESK_TRUST_PROXY === "on");
  const locale = negotiateLocale(incoming.headers["accept-language"] ?? null);
  return {
    address,
    key: addressKey(address),
    locale,
    words: await packs.wordsOf(locale),
    isInWechat: /MicroMessenger/i.test(incoming.headers["user-agent"] ?? ""),
  };
}
