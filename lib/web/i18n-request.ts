import { getRequestConfig } from "next-intl/server";
import { cookies, headers } from "next/headers";
import { loadMessages } from "@/lib/i18n/load-messages";
import { LOCALE_COOKIE, LOCALES, negotiateLocale } from "@/lib/i18n/locales";

/** Language of a request: the one chosen, else the browser's. Times are Beijing's. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  const locale =
    LOCALES.find((known) => known === chosen) ??
    negotiateLocale((await headers()).get("accept-language"));
  return { locale, messages: await loadMessages(locale), timeZone: "Asia/Shanghai" };
});
