import { html } from "hono/html";
import type { BundleVerdict } from "@/lib/audit/proof/verify-bundle";
import { pageAround } from "@/lib/gate/pages/page";
import type { Markup, Page } from "@/lib/gate/pages/page";
import type { RoomVisit } from "@/lib/gate/rooms/enter-room";
import { entryList } from "@/lib/gate/rooms/entry-list";
import { otherLanguage } from "@/lib/gate/rooms/other-language";
import { ROOM_STYLE } from "@/lib/gate/rooms/room-style";
import { roomTimes } from "@/lib/gate/rooms/room-times";
import { verifyBadge } from "@/lib/gate/rooms/verify-badge";
import { queryText } from "@/lib/gate/rooms/visit";
import { watermark } from "@/lib/gate/rooms/watermark";
import { TableFormat } from "@/lib/core/table-format";
import { ROOM_COUNT_MAX } from "@/lib/rooms/schema";
import { positionCursor } from "@/lib/rooms/room-position";
import type { RoomEntry, RoomPage } from "@/lib/rooms/schema";

interface Shown {
  page: RoomPage;
  verdict: BundleVerdict;
  /** Entries that were too many to check. */
  leftOutCount: number;
}

/** A page of a room's slice. */
export function slicePage(visit: RoomVisit, { page, verdict, leftOutCount }: Shown): Promise<Page> {
  const { guest, room } = visit;
  const { words } = guest;
  const times = roomTimes(guest);
  const [first] = page.entries;
  const body = html`${watermark(room.name, times.moment(new Date()))}
    <div class="card">
      <div class="head">
        <h1><bdi>${room.name}</bdi></h1>
        <span class="noprint">${otherLanguage(visit)}</span>
      </div>
      <p class="muted">${words("logRooms.page.sharedBy", { name: room.sharedBy })}</p>
      <dl class="facts">
        <dt>${words("logRooms.page.entries")}</dt>
        <dd>${countText(visit, page.entryCount)}</dd>
        <dt>${words("logRooms.page.until")}</dt>
        <dd>${times.moment(room.expiresAt)}</dd>
      </dl>
      ${first ? verifyBadge(guest, verdict, leftOutCount) : null}
      ${first ? waysOut(visit, first) : null}
    </div>
    ${
      first
        ? entryList(guest, page.entries)
        : html`<p class="card muted">${words("logRooms.page.empty")}</p>`
    }
    ${pager(visit, page)}
    <small>${words("logRooms.page.times")}</small>`;
  return pageAround(guest, ROOM_STYLE, { status: 200, title: room.name, body });
}

function countText({ guest }: RoomVisit, entryCount: number): string {
  const number = new Intl.NumberFormat(guest.locale);
  return entryCount > ROOM_COUNT_MAX
    ? `${number.format(ROOM_COUNT_MAX)}+`
    : number.format(entryCount);
}

/** Files to take along, and how to check without trusting this page. */
function waysOut(visit: RoomVisit, first: RoomEntry): Markup {
  const { guest, room, token } = visit;
  const { words } = guest;
  const linkTo = (file: string, cursor: string | undefined, text: string) =>
    html`<a href="/room/${token}/${file}${queryText(visit, { cursor })}">${text}</a>`;
  // The same entries, even when newer ones come.
  const fromFirst = positionCursor("before", (BigInt(first.seq) + 1n).toString());
  const formats = room.mayExport ? TableFormat.options : [];
  return html`<p class="ways">
      ${formats.map((format) =>
        linkTo(
          `entries.${format}`,
          undefined,
          words("logRooms.page.export", { format: format.toUpperCase() }),
        ),
      )}
      ${linkTo("proof.json", fromFirst, words("logRooms.page.proof.download"))}
    </p>
    ${guest.isInWechat ? html`<p class="hint">${words("logRooms.page.inWechat")}</p>` : null}
    <details class="noprint">
      <summary>${words("logRooms.page.proof.how")}</summary>
      <p>${words("logRooms.page.proof.text")}</p>
      <p><code>npm run verify-audit -- proof.json</code></p>
      <p>${words("logRooms.page.proof.key")}</p>
    </details>`;
}

function pager(visit: RoomVisit, { newer, next }: RoomPage): Markup | null {
  if (newer === null && next === null) return null;
  const { words } = visit.guest;
  const linkTo = (cursor: string | null, rel: string, text: string) =>
    cursor === null
      ? html`<span></span>`
      : html`<a href="${queryText(visit, { cursor })}" rel="${rel}">${text}</a>`;
  return html`<nav aria-label="${words("logRooms.page.pages")}">
    ${linkTo(newer, "prev", words("logRooms.page.newer"))}
    ${linkTo(next, "next", words("logRooms.page.older"))}
  </nav>`;
}
