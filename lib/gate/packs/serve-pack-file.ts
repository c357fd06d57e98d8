import type { ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { attachment } from "@/lib/core/content-disposition";
import { wrongMethod } from "@/lib/gate/error-replies";
import type { Call, Gate } from "@/lib/gate/gate";
import { admit } from "@/lib/gate/pages/admit";
import { completeTake, findTicket } from "@/lib/gate/packs/find-ticket";
import type { TicketedPack } from "@/lib/gate/packs/find-ticket";
import { gatePackFiles } from "@/lib/gate/packs/gate-pack-files";
import { readGuest } from "@/lib/gate/pages/guest";
import { letGoWhenStalled } from "@/lib/gate/pages/let-go-when-stalled";
import { awayPage } from "@/lib/gate/pages/notice-pages";
import { FILE_HEADERS, sendPage } from "@/lib/gate/pages/send-page";
import { send } from "@/lib/gate/send";
import { log } from "@/lib/log";
import { packAnswer } from "@/lib/packs/serve-pack";

/** `/pack/{token}/{ticket}/{fileName}`: the file, as a whole or the rest of it, for whoever took it. */
export async function servePackFile(gate: Gate, { req, env }: Call): Promise<Response> {
  const { incoming, outgoing } = env;
  if (req.method !== "GET") return send(outgoing, wrongMethod("GET"));
  const token = req.param("token") ?? "";
  const ticket = req.param("ticket") ?? "";
  const guest = await readGuest(gate, incoming, "packLinks");
  const looked = await admit(gate, guest, () => findTicket(gate.pool, token, ticket));
  if ("refusal" in looked) return sendPage(outgoing, looked.refusal);
  const pack = looked.found;
  const { downloads } = gate.packs;
  if (!downloads.begin(pack.linkId)) return sendPage(outgoing, await awayPage(guest));
  try {
    const range = incoming.headers.range ?? null;
    const ifRange = incoming.headers["if-range"]?.toString() ?? null;
    await stream(gate, outgoing, pack, { range, ifRange });
  } finally {
    downloads.end(pack.linkId);
  }
  return RESPONSE_ALREADY_SENT;
}

async function stream(
  gate: Gate,
  outgoing: ServerResponse,
  pack: TicketedPack,
  asked: { range: string | null; ifRange: string | null },
): Promise<void> {
  let isLastByte = false;
  const answer = packAnswer(gate.packs.store, pack, gatePackFiles(gate.pool), {
    ...asked,
    onDamage: (path) =>
      log.error({ packId: pack.id, path }, "a file of a pack is missing or damaged in the store"),
    onSent: async () => {
      isLastByte = true;
    },
  });
  outgoing.writeHead(answer.status, {
    ...FILE_HEADERS,
    ...answer.headers,
    "Content-Disposition": attachment(pack.fileName),
  });
  if (answer.body === null) return void outgoing.end();
  letGoWhenStalled(outgoing);
  try {
    await pipeline(answer.body, outgoing);
    if (isLastByte) await completeTake(gate.pool, pack.takeId);
  } catch (error) {
    // The connection is broken already: by a guest who left, or so that nobody takes half a file for a whole one.
    log.info(
      { err: error, packId: pack.id, takeId: pack.takeId },
      "a pack was not sent to its end",
    );
  }
}
