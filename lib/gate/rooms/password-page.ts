import { html } from "hono/html";
import type { Refusal } from "@/lib/gate/pages/page";
import { pageOf } from "@/lib/gate/pages/page";
import type { Page } from "@/lib/gate/pages/page";
import { passwordField } from "@/lib/gate/pages/password-field";
import type { RoomVisit } from "@/lib/gate/rooms/enter-room";
import { otherLanguage } from "@/lib/gate/rooms/other-language";
import { ROOM_PASSWORD_MAX_LENGTH } from "@/lib/rooms/schema";

/** Asks for the password. Nothing of the room stands on it, not even its name. */
export function passwordPage(visit: RoomVisit, refusal?: Refusal): Promise<Page> {
  const { guest } = visit;
  const title = guest.words("logRooms.page.locked.title");
  const card = html`<h1>${title}</h1>
    <p class="muted">${guest.words("logRooms.page.locked.text")}</p>
    <form method="post">
      ${refusal ? html`<p class="problem" role="alert" id="problem">${refusal.text}</p>` : null}
      ${passwordField(guest, ROOM_PASSWORD_MAX_LENGTH, refusal !== undefined)}
      <button>${guest.words("logRooms.page.enter")}</button>
    </form>
    <small>${otherLanguage(visit)}</small>`;
  return pageOf(guest, refusal?.status ?? 200, title, card, refusal?.headers);
}
