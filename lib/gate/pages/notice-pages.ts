import { html } from "hono/html";
import type { Guest } from "@/lib/gate/pages/guest";
import { pageOf } from "@/lib/gate/pages/page";
import type { Page } from "@/lib/gate/pages/page";

const AWAY_SECONDS = 5;

/** The one page of a door for what is unknown, over, used up or withdrawn: it tells nobody what there was. */
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

/** A page that says one thing, in the words of its door. */
export function noticePage(
  guest: Guest,
  status: number,
  notice: "gone" | "tooMany" | "away" | "proofTooLarge",
  seconds?: number,
): Promise<Page> {
  const title = guest.words(`${guest.door}.page.${notice}.title`);
  const text = guest.words(`${guest.door}.page.${notice}.text`, { seconds: seconds ?? 0 });
  const card = html`<h1>${title}</h1>
    <p class="muted">${text}</p>`;
  const headers = seconds === undefined ? undefined : { "Retry-After": String(seconds) };
  return pageOf(guest, status, title, card, headers);
}
