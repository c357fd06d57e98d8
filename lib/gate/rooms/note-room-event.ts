import type { Gate } from "@/lib/gate/gate";
import type { Visit } from "@/lib/gate/rooms/visit";
import type { RoomEventKind } from "@/lib/rooms/schema";
import { log } from "@/lib/log";

const NOTE = "SELECT note_at_log_room($1, $2, $3)";

/** Writes down what a guest did at a room, the same of the same guest once a minute. It spoils nobody's answer. */
export async function noteRoomEvent(
  { pool, rooms: { notes } }: Gate,
  { guest, tokenHash }: Visit,
  kind: RoomEventKind,
): Promise<void> {
  if (!(await notes.isWorthNoting(kind, tokenHash, guest))) return;
  try {
    await pool.query({ name: "note-room", text: NOTE, values: [tokenHash, kind, guest.address] });
  } catch (error) {
    log.warn({ err: error, kind }, "what happened at a log room was not written down");
  }
}
