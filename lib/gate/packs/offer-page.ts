import { html } from "hono/html";
import type { OpenPackLink } from "@/lib/gate/packs/find-pack-link";
import type { Guest } from "@/lib/gate/pages/guest";
import { passwordField } from "@/lib/gate/pages/password-field";
import { pageOf } from "@/lib/gate/pages/page";
import type { Markup, Page, Refusal } from "@/lib/gate/pages/page";
import { readableBytes } from "@/lib/gate/packs/readable-bytes";
import { LINK_PASSWORD_MAX_LENGTH } from "@/lib/packs/link-schema";

/** What a link offers, with the button to take it. */
export function offerPage(guest: Guest, link: OpenPackLink, refusal?: Refusal): Promise<Page> {
  const { words, isInWechat } = guest;
  const t = (key: string) => words(`packLinks.page.${key}`);
  const card = html`<h1><bdi>${link.packName}</bdi></h1>
    <p class="muted">${words("packLinks.page.sharedBy", { name: link.sharedBy })}</p>
    ${facts(guest, link)} ${isInWechat ? html`<p class="hint">${t("inWechat")}</p>` : null}
    <form method="post">
      ${refusal ? html`<p class="problem" role="alert" id="problem">${refusal.text}</p>` : null}
      ${link.passwordHash === null ? null : passwordField(guest, LINK_PASSWORD_MAX_LENGTH, refusal !== undefined)}
      <button>${t("download")} (${readableBytes(guest.locale, link.byteSize)})</button>
    </form>
    <small>${t("resume")}</small>
    <small>${t(link.isZip ? "manifestHash" : "fileHash")}<br /><code>${link.sha256}</code></small>`;
  return pageOf(guest, refusal?.status ?? 200, link.packName, card, refusal?.headers);
}

function facts({ words, locale }: Guest, link: OpenPackLink): Markup {
  const t = (key: string) => words(`packLinks.page.${key}`);
  const number = new Intl.NumberFormat(locale);
  const time = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Asia/Shanghai",
  }).format(link.expiresAt);
  const rows: [string, Markup | string][] = [
    [t("codes"), number.format(link.codeCount)],
    [t("file"), html`<bdi>${link.fileName}</bdi>`],
    [t("until"), words("packLinks.page.beijingTime", { time })],
    [t("left"), link.takesLeft === null ? t("unlimited") : number.format(link.takesLeft)],
  ];
  return html`<dl>
    ${rows.map(
      ([term, value]) =>
        html`<dt>${term}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}
