import { html } from "hono/html";
import { entrySentence } from "@/lib/audit/entry-sentence";
import type { Guest } from "@/lib/gate/pages/guest";
import type { Markup } from "@/lib/gate/pages/page";
import { changeTexts, detailTexts } from "@/lib/gate/rooms/entry-texts";
import { roomTimes } from "@/lib/gate/rooms/room-times";
import type { RoomEntry } from "@/lib/rooms/schema";

/** Entries under the days they were made on. */
export function entryList(guest: Guest, entries: readonly RoomEntry[]): Markup[] {
  const times = roomTimes(guest);
  const days = Map.groupBy(entries, ({ at }) => times.day(at));
  return [...days].map(
    ([day, ofDay]) =>
      html`<section>
        <h2>${day}</h2>
        <ol>
          ${ofDay.map((entry) => entryItem(guest, entry, times.clock(entry.at)))}
        </ol>
      </section>`,
  );
}

function entryItem({ words }: Guest, entry: RoomEntry, time: string): Markup {
  const changes = changeTexts(words, entry);
  const facts: [string, string][] = [
    ...detailTexts(words, entry),
    ...(entry.address ? [[words("audit.address"), entry.address] as [string, string]] : []),
    ...(entry.requestId ? [[words("audit.requestId"), entry.requestId] as [string, string]] : []),
    [words("audit.seq"), entry.seq],
  ];
  return html`<li>
    <p>
      <time datetime="${entry.at.toISOString()}">${time}</time>
      <span>${entrySentence(words, entry)}</span>
    </p>
    ${changes.length > 0 ? html`<dl class="changes">${changes.map(changeLine)}</dl>` : null}
    <details>
      <summary>${words("logRooms.page.more")}</summary>
      <dl class="facts">
        ${facts.map(
          ([term, value]) =>
            html`<dt>${term}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
    </details>
  </li>`;
}

function changeLine({ field, from, to }: { field: string; from: string; to: string }): Markup {
  return html`<dt>${field}</dt>
    <dd><span>${from}</span> → ${to}</dd>`;
}
