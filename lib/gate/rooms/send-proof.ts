import type { ServerResponse } from "node:http";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { attachment } from "@/lib/core/content-disposition";
import type { Gate } from "@/lib/gate/gate";
import { noticePage } from "@/lib/gate/pages/notice-pages";
import { FILE_HEADERS, sendPage } from "@/lib/gate/pages/send-page";
import type { RoomVisit } from "@/lib/gate/rooms/enter-room";
import { readEntries } from "@/lib/gate/rooms/read-entries";
import { readProof } from "@/lib/gate/rooms/read-proof";

const ENTRIES_MAX = 1_000;
/** 64 letters each. */
const LINKS_MAX = 100_000;

/** What proves the entries from this page on, without trust in us: as many as fit into one file. */
export async function sendProof(
  { pool }: Gate,
  outgoing: ServerResponse,
  { guest, tokenHash, position, room }: RoomVisit,
): Promise<Response> {
  const entries = await readEntries(pool, tokenHash, position, ENTRIES_MAX);
  const asked = { tokenHash, entries, rule: room };
  const { bundle, leftOutCount } = await readProof(pool, asked, LINKS_MAX);
  // Since the last checkpoint so much was written that not even the newest entry fits.
  if (leftOutCount > 0 && leftOutCount === entries.length) {
    return sendPage(outgoing, await noticePage(guest, 422, "proofTooLarge"));
  }
  const body = JSON.stringify(bundle, null, 1);
  outgoing
    .writeHead(200, {
      ...FILE_HEADERS,
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": attachment("proof.json"),
      "Content-Length": Buffer.byteLength(body),
    })
    .end(body);
  return RESPONSE_ALREADY_SENT;
}
