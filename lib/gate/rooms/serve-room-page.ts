import { wrongMethod } from "@/lib/gate/error-replies";
import type { Call, Gate } from "@/lib/gate/gate";
import { awayPage } from "@/lib/gate/pages/notice-pages";
import type { Page } from "@/lib/gate/pages/page";
import { sendPage } from "@/lib/gate/pages/send-page";
import { enterRoom } from "@/lib/gate/rooms/enter-room";
import type { RoomVisit } from "@/lib/gate/rooms/enter-room";
import { letIn } from "@/lib/gate/rooms/let-in";
import { noteRoomEvent } from "@/lib/gate/rooms/note-room-event";
import { hasPass } from "@/lib/gate/rooms/pass";
import { passwordPage } from "@/lib/gate/rooms/password-page";
import { countEntries, readEntries } from "@/lib/gate/rooms/read-entries";
import { readProof } from "@/lib/gate/rooms/read-proof";
import { slicePage } from "@/lib/gate/rooms/slice-page";
import { readVisit } from "@/lib/gate/rooms/visit";
import { send } from "@/lib/gate/send";
import { verifyBundle } from "@/lib/audit/proof/verify-bundle";
import { log } from "@/lib/log";
import { entriesOfPage, ROOM_PAGE_ROWS, roomPage } from "@/lib/rooms/room-page";

/** Links of the chain that are walked for one page. */
const LINKS_MAX = 20_000;

/** `/room/{token}`: a page of the slice, or the question for the password; with POST the password. */
export async function serveRoomPage(gate: Gate, call: Call): Promise<Response> {
  const { incoming, outgoing } = call.env;
  const { method } = call.req;
  if (method !== "GET" && method !== "POST") return send(outgoing, wrongMethod("GET, POST"));
  const entered = await enterRoom(gate, await readVisit(gate, call), "pages");
  if ("refusal" in entered) return sendPage(outgoing, entered.refusal);
  const { visit } = entered;
  if (method === "POST") return letIn(gate, call.env, visit);
  if (!hasPass(gate.rooms, visit.room, incoming.headers.cookie)) {
    return sendPage(outgoing, await passwordPage(visit));
  }
  return sendPage(outgoing, await openedPage(gate, visit));
}

async function openedPage(gate: Gate, visit: RoomVisit): Promise<Page> {
  const { tokenHash, position, room, guest } = visit;
  try {
    const rows = await readEntries(gate.pool, tokenHash, position, ROOM_PAGE_ROWS);
    const entryCount = await countEntries(gate.pool, tokenHash);
    const entries = entriesOfPage(rows, position);
    const asked = { tokenHash, entries, rule: room };
    const { bundle, leftOutCount } = await readProof(gate.pool, asked, LINKS_MAX);
    await noteRoomEvent(gate, visit, "opened");
    return slicePage(visit, {
      page: roomPage(rows, { position, rule: room, entryCount }),
      verdict: verifyBundle(bundle),
      leftOutCount,
    });
  } catch (error) {
    log.warn({ err: error, roomId: room.id }, "a log room could not be shown");
    return awayPage(guest);
  }
}
