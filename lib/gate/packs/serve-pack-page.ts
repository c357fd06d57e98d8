import { wrongMethod } from "@/lib/gate/error-replies";
import type { Call, Gate } from "@/lib/gate/gate";
import { admit } from "@/lib/gate/pages/admit";
import { findPackLink } from "@/lib/gate/packs/find-pack-link";
import { readGuest } from "@/lib/gate/pages/guest";
import { noteLinkEvent } from "@/lib/gate/packs/note-link-event";
import { offerPage } from "@/lib/gate/packs/offer-page";
import { handOver } from "@/lib/gate/packs/hand-over";
import { sendPage } from "@/lib/gate/pages/send-page";
import { send } from "@/lib/gate/send";

/** `/pack/{token}`: what the link offers, and with POST the way to its file. */
export async function servePackPage(gate: Gate, { req, env }: Call): Promise<Response> {
  const { incoming, outgoing } = env;
  if (req.method !== "GET" && req.method !== "POST")
    return send(outgoing, wrongMethod("GET, POST"));
  const token = req.param("token") ?? "";
  const guest = await readGuest(gate, incoming, "packLinks");
  const looked = await admit(gate, guest, () => findPackLink(gate.pool, token));
  if ("refusal" in looked) return sendPage(outgoing, looked.refusal);
  const link = looked.found;
  if (req.method === "POST") return handOver(gate, env, { guest, token, link });
  await noteLinkEvent(gate, link.id, "opened", guest);
  return sendPage(outgoing, await offerPage(guest, link));
}
