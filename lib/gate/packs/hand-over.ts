import type { IncomingMessage } from "node:http";
import type { HttpBindings } from "@hono/node-server";
import type { Gate } from "@/lib/gate/gate";
import type { OpenPackLink } from "@/lib/gate/packs/find-pack-link";
import type { Guest } from "@/lib/gate/packs/guest";
import { awayPage, gonePage } from "@/lib/gate/packs/notice-pages";
import { noteLinkEvent } from "@/lib/gate/packs/note-link-event";
import { offerPage } from "@/lib/gate/packs/offer-page";
import { sendPage, sendTo } from "@/lib/gate/packs/send-page";
import { takeByLink } from "@/lib/gate/packs/take-by-link";
import { readBody } from "@/lib/gate/read-body";
import { log } from "@/lib/log";
import { verifyPassword } from "@/lib/people/hash-password";

/** A form of one password, every character of it encoded. */
const BODY_MAX_BYTES = 4 * 1024;

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
  const wait = await countTry(gate, guest, link);
  if (wait > 0) {
    const text = guest.words("packLinks.page.tooMany.text", { seconds: wait });
    const headers = { "Retry-After": String(wait) };
    return sendPage(outgoing, await offerPage(guest, link, { status: 429, text, headers }));
  }
  if (!(await isAllowed(link, incoming))) {
    await noteLinkEvent(gate, link.id, "wrong_password", guest);
    const text = guest.words("packLinks.page.wrongPassword");
    return sendPage(outgoing, await offerPage(guest, link, { status: 403, text }));
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

/** Before anything that costs: comparing a password takes a core and 46 MiB. */
async function countTry(
  { packs: { tries } }: Gate,
  { key }: Guest,
  { id }: OpenPackLink,
): Promise<number> {
  return (await tries.addresses.count(key)) || (await tries.links.count(id));
}

async function isAllowed(
  { passwordHash }: OpenPackLink,
  incoming: IncomingMessage,
): Promise<boolean> {
  if (passwordHash === null) return true;
  const body = await readBody(incoming, BODY_MAX_BYTES);
  const password = new URLSearchParams(body ?? "").get("password")?.trim() ?? "";
  return password !== "" && (await verifyPassword(password, passwordHash));
}
