/** Languages of the desk, the first one is the default. */
export const LOCALES = ["zh-CN", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** Remembers the language a person chose. */
export const LOCALE_COOKIE = "mintdesk-locale";

/** The first language of an Accept-Language header that we speak; Chinese when none is. */
export function negotiateLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", quality = "q=1"] = part.trim().split(";");
      return { tag: tag.toLowerCase(), quality: Number(quality.replace("q=", "")) || 0 };
    })
    .toSorted((left, right) => right.quality - left.quality);
  for (const { tag } of wanted) {
    if (tag.startsWith("zh")) return "zh-CN";
    if (tag.startsWith("en")) return "en";
  }
  return "zh-CN";
}
