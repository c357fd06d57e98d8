import { negotiateLocale } from "@/lib/i18n/locales";
import type { Locale } from "@/lib/i18n/locales";

/** The language a caller asks for in Accept-Language; English when it does not say. */
export function readLocale(request: Request): Locale {
  return negotiateLocale(request.headers.get("accept-language") ?? "en");
}
