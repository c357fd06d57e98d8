import type { Gate } from "@/lib/gate/gate";
import { admit } from "@/lib/gate/pages/admit";
import { tooManyPage } from "@/lib/gate/pages/notice-pages";
import type { Page } from "@/lib/gate/pages/page";
import { findRoom } from "@/lib/gate/rooms/find-room";
import type { OpenRoom } from "@/lib/gate/rooms/find-room";
import type { Visit } from "@/lib/gate/rooms/visit";
import type { RoomPosition } from "@/lib/rooms/room-position";

/** A visit to a room that is open. */
export interface RoomVisit extends Visit {
  position: RoomPosition;
  room: OpenRoom;
}

/** Finds the room of a visit, within the limits of the gate: it, or the page that says why not. */
export async function enterRoom(
  gate: Gate,
  visit: Visit,
  limit: "pages" | "files",
): Promise<{ visit: RoomVisit } | { refusal: Page }> {
  const { guest, tokenHash, position } = visit;
  const wait = await gate.rooms[limit].count(guest.key);
  if (wait > 0) return { refusal: await tooManyPage(guest, wait) };
  const looked = await admit(gate, guest, async () => {
    const room = await findRoom(gate.pool, tokenHash);
    return room && position ? { ...visit, position, room } : undefined;
  });
  return "refusal" in looked ? looked : { visit: looked.found };
}
