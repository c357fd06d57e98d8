import { html } from "hono/html";
import type { Guest } from "@/lib/gate/packs/guest";
import { pageOf } from "@/lib/gate/packs/page";
import type { Page } from "@/lib/gate/packs/page";

const AWAY_SECONDS = 5;

/** The one page for what is unknown, over, used up or withdrawn: it tells nobody what there was. */
export function gonePage(guest: Guest): Promise<Page> {
  return noticePage(guest, 404, "gone");
}

export function tooManyPage(guest: Guest, seconds: number): Promise<Page> {
  return noticePage(guest, 429, "tooMany", seconds);
}

/** The database is away, or too much is downloaded at the moment. */
export function awayPage(guest: Guest): Promise<Page> {
  return noticePage(guest, 503, "away", AWAY_SECONDS);
}

function noticePage(
  guest: Guest,
  status: number,
  notice: "gone" | "tooMany" | "away",
  seconds?: number,
): Promise<Page> {
  const title = guest.words(`packLinks.page.${notice}.title`);
  const text = guest.words(`packLinks.page.${notice}.text`, { seconds: seconds ?? 0 });
  const card = html`<h1>${title}</h1>
    <p class="muted">${text}</p>`;
  const headers = seconds === undefined ? undefined : { "Retry-After": String(seconds) };
  return pageOf(guest, status, title, card, headers);
}
