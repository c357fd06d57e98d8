import { wrongMethod } from "@/lib/gate/error-replies";
import type { Call, Gate } from "@/lib/gate/gate";
import { awayPage, gonePage } from "@/lib/gate/pages/notice-pages";
import { sendPage, sendTo } from "@/lib/gate/pages/send-page";
import { enterRoom } from "@/lib/gate/rooms/enter-room";
import { hasPass } from "@/lib/gate/rooms/pass";
import { sendEntries } from "@/lib/gate/rooms/send-entries";
import { sendProof } from "@/lib/gate/rooms/send-proof";
import { queryText, readVisit } from "@/lib/gate/rooms/visit";
import { TableFormat } from "@/lib/core/table-format";
import { send } from "@/lib/gate/send";
import { log } from "@/lib/log";

/** `/room/{token}/{file}`: the proof of what the room shows, and its entries as a table where that is allowed. */
export async function serveRoomFile(gate: Gate, call: Call): Promise<Response> {
  const { incoming, outgoing } = call.env;
  if (call.req.method !== "GET") return send(outgoing, wrongMethod("GET"));
  const entered = await enterRoom(gate, await readVisit(gate, call), "files");
  if ("refusal" in entered) return sendPage(outgoing, entered.refusal);
  const { visit } = entered;
  const { room, guest } = visit;
  // The page asks for the password, whether or not there is such a file.
  if (!hasPass(gate.rooms, room, incoming.headers.cookie)) {
    return sendTo(outgoing, `/room/${encodeURIComponent(visit.token)}${queryText(visit)}`);
  }
  const file = call.req.param("file") ?? "";
  const format = room.mayExport ? formatOf(file) : undefined;
  try {
    if (format) return await sendEntries(gate, outgoing, { ...visit, format });
    if (file === "proof.json") return await sendProof(gate, outgoing, visit);
  } catch (error) {
    log.warn({ err: error, roomId: room.id, file }, "a file of a log room could not be sent");
    return sendPage(outgoing, await awayPage(guest));
  }
  return sendPage(outgoing, await gonePage(guest));
}

function formatOf(file: string): TableFormat | undefined {
  return TableFormat.options.find((format) => file === `entries.${format}`);
}
