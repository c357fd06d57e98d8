import { html } from "hono/html";
import type { BundleVerdict } from "@/lib/audit/proof/verify-bundle";
import type { Guest } from "@/lib/gate/pages/guest";
import type { Markup } from "@/lib/gate/pages/page";
import { roomTimes } from "@/lib/gate/rooms/room-times";

const NAMED_MAX = 5;

/** What the gate found when it checked the entries of a page. */
export function verifyBadge(guest: Guest, verdict: BundleVerdict, leftOutCount: number): Markup {
  const { faults, lastCheckpoint, sealedCount } = verdict;
  const say = (key: string, values: Record<string, string | number>) =>
    guest.words(`logRooms.page.badge.${key}`, values);
  if (faults.length > 0) {
    const seqs = [...new Set(faults.map(({ seq }) => seq))].slice(0, NAMED_MAX).join(", ");
    return html`<div class="badge bad" role="status"><p>${say("broken", { seqs })}</p></div>`;
  }
  const time = lastCheckpoint ? roomTimes(guest).moment(new Date(lastCheckpoint.at)) : "";
  const lines = [
    sealedCount > 0
      ? say("sealed", { count: sealedCount, time, keyId: lastCheckpoint?.keyId ?? "" })
      : null,
    countLine("unsealed", verdict.unsealed.length),
    countLine("tooOld", verdict.tooOld.length),
    countLine("leftOut", leftOutCount),
  ].filter((line) => line !== null);
  return html`<div class="badge ${sealedCount > 0 ? "good" : ""}" role="status">
    ${lines.map((line) => html`<p>${line}</p>`)}
  </div>`;

  function countLine(key: string, count: number): string | null {
    return count > 0 ? say(key, { count }) : null;
  }
}
