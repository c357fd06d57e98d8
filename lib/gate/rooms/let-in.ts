import type { HttpBindings } from "@hono/node-server";
import type { Gate } from "@/lib/gate/gate";
import { judgeTry } from "@/lib/gate/pages/judge-try";
import { sendPage, sendTo } from "@/lib/gate/pages/send-page";
import type { RoomVisit } from "@/lib/gate/rooms/enter-room";
import { noteRoomEvent } from "@/lib/gate/rooms/note-room-event";
import { passCookie } from "@/lib/gate/rooms/pass";
import { passwordPage } from "@/lib/gate/rooms/password-page";
import { queryText } from "@/lib/gate/rooms/visit";

/** Gives a pass to a guest with the password, and shows the way in. */
export async function letIn(
  gate: Gate,
  { incoming, outgoing }: HttpBindings,
  visit: RoomVisit,
): Promise<Response> {
  const { guest, room, token } = visit;
  const location = `/room/${encodeURIComponent(token)}${queryText(visit)}`;
  if (room.passwordHash === null) return sendTo(outgoing, location);
  const refusal = await judgeTry(guest, room, gate.rooms.tries, incoming);
  if (refusal) {
    if (refusal.status === 403) await noteRoomEvent(gate, visit, "wrong_password");
    return sendPage(outgoing, await passwordPage(visit, refusal));
  }
  return sendTo(outgoing, location, { "Set-Cookie": passCookie(gate.rooms, room, token) });
}
