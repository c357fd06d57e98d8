import type { HttpBindings } from "@hono/node-server";
import type { Gate } from "@/lib/gate/gate";
import type { OpenPackLink } from "@/lib/gate/packs/find-pack-link";
import type { Guest } from "@/lib/gate/pages/guest";
import { awayPage, gonePage } from "@/lib/gate/pages/notice-pages";
import { noteLinkEvent } from "@/lib/gate/packs/note-link-event";
import { offerPage } from "@/lib/gate/packs/offer-page";
import { judgeTry } from "@/lib/gate/pages/judge-try";
import { sendPage, sendTo } from "@/lib/gate/pages/send-page";
import { takeByLink } from "@/lib/gate/packs/take-by-link";
import { log } from "@/lib/log";

interface Asked {
  guest: Guest;
  token: string;
  link: OpenPackLink;
}

/** Takes the pack for a guest who asked for it, with the password where there is one, and shows the way to the file. */
export async function handOver(
  gate: Gate,
  { incoming, outgoing }: HttpBindings,
  { guest, token, link }: Asked,
): Promise<Response> {
  const refusal = await judgeTry(guest, link, gate.packs.tries, incoming);
  if (refusal) {
    if (refusal.status === 403) await noteLinkEvent(gate, link.id, "wrong_password", guest);
    return sendPage(outgoing, await offerPage(guest, link, refusal));
  }
  try {
    const ticket = await takeByLink(gate.pool, link.id, guest.address);
    if (ticket === null) return sendPage(outgoing, await gonePage(guest));
    const fileName = encodeURIComponent(link.fileName);
    return sendTo(outgoing, `/pack/${encodeURIComponent(token)}/${ticket}/${fileName}`);
  } catch (error) {
    log.warn({ err: error, linkId: link.id }, "a pack could not be handed over");
    return sendPage(outgoing, await awayPage(guest));
  }
}
