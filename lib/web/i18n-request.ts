import { getRequestConfig } from "next-intl/server";
import { cookies, headers } from "next/headers";
import { loadMessages } from "@/lib/i18n/load-messages";
import { LOCALE_COOKIE, LOCALES, negotiateLocale } from "@/lib/i18n/locales";
import { findPerson } from "@/lib/web/session";

const BEIJING = "Asia/Shanghai";

/**
 * Language of a request: the person's own, else the one chosen in this browser, else the browser's. Times are in the
 * person's zone, else Beijing's; days that are counted are Beijing's everywhere.
 */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  // Without a database the screen that says so still needs its words.
  const person = await findPerson().catch(() => null);
  const wanted = person?.locale ?? chosen;
  const locale =
    LOCALES.find((known) => known === wanted) ??
    negotiateLocale((await headers()).get("accept-language"));
  const timeZone = person?.timeZone ?? BEIJING;
  return { locale, messages: await loadMessages(locale), timeZone };
});
