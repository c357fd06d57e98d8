import type { IncomingMessage } from "node:http";
import { clientAddress } from "@/lib/core/client-address.mjs";
import type { Gate } from "@/lib/gate/gate";
import { addressKey } from "@/lib/core/address-key";
import { negotiateLocale } from "@/lib/i18n/locales";
import type { Locale } from "@/lib/i18n/locales";
import type { Words } from "@/lib/packs/words";

/** What is behind an address of the gate, by the namespace of its words. */
export type Door = "packLinks" | "logRooms";

/** Whoever opened such an address. */
export interface Guest {
  door: Door;
  address: string;
  /** What counts as one address in limits. */
  key: string;
  locale: Locale;
  words: Words;
  /** WeChat's own browser keeps no files. */
  isInWechat: boolean;
}

/** The guest of a request, in the language of their browser unless they chose another one. */
export async function readGuest(
  { env, wordsOf }: Gate,
  incoming: IncomingMessage,
  door: Door,
  chosen: Locale | null = null,
): Promise<Guest> {
  const address = clientAddress(incoming, env.MINTDESK_TRUST_PROXY);
  const locale = chosen ?? negotiateLocale(incoming.headers["accept-language"] ?? null);
  return {
    door,
    address,
    key: addressKey(address),
    locale,
    words: await wordsOf(locale),
    isInWechat: /MicroMessenger/i.test(incoming.headers["user-agent"] ?? ""),
  };
}
