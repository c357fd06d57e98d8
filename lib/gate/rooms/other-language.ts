import { html } from "hono/html";
import type { Markup } from "@/lib/gate/pages/page";
import { queryText } from "@/lib/gate/rooms/visit";
import type { Visit } from "@/lib/gate/rooms/visit";

/** The way to the same page in the other language, named in it. */
export function otherLanguage(visit: Visit): Markup {
  const [lang, name] = visit.guest.locale === "en" ? ["zh-CN", "中文"] : ["en", "English"];
  return html`<a href="${queryText(visit, { lang })}" lang="${lang}" hreflang="${lang}"
    >${name}</a
  >`;
}
