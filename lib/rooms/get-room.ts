import { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { decodeCursor, encodeCursor } from "@/lib/core/cursor";
import { NotFoundError } from "@/lib/core/errors";
import { Prisma } from "@/lib/db/generated/client";
import { reader } from "@/lib/db/transaction";
import { ROOM_ROW, toRoomRow } from "@/lib/rooms/room-row-sql";
import type { ListedRoom } from "@/lib/rooms/room-row-sql";
import { GetRoomInput } from "@/lib/rooms/schema";
import type { RoomDetail, RoomEventRow } from "@/lib/rooms/schema";

const PAGE_EVENTS = 50;
const Position = z.tuple([z.string().regex(/^\d{1,18}$/)]);

/** A room and a page of who was there. Throws NotFoundError. */
export async function getRoom(ctx: Context, input: GetRoomInput): Promise<RoomDetail> {
  authorize(ctx, "rooms:write");
  const { roomId, cursor } = GetRoomInput.parse(input);
  const before = cursor === undefined ? null : decodeCursor(cursor, Position)[0];
  const db = reader(ctx);
  const [listed] = await db.$queryRaw<ListedRoom[]>`
    SELECT ${Prisma.raw(ROOM_ROW)} FROM log_rooms AS room WHERE room.id = ${roomId}::uuid`;
  if (!listed) throw new NotFoundError("logRoom");
  const found = await db.$queryRaw<RoomEventRow[]>`
    SELECT id::text AS id, kind, at, address FROM log_room_events
    WHERE room_id = ${roomId}::uuid AND (${before}::text IS NULL OR id < ${before}::text::bigint)
    ORDER BY log_room_events.id DESC LIMIT ${PAGE_EVENTS + 1}::int`;
  const events = found.slice(0, PAGE_EVENTS);
  const last = events.at(-1);
  const nextEvents = last && found.length > PAGE_EVENTS ? encodeCursor([last.id]) : null;
  return { ...toRoomRow(listed), events, nextEvents };
}
