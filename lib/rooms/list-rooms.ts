import { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { decodeCursor, encodeCursor } from "@/lib/core/cursor";
import type { Page } from "@/lib/core/cursor";
import { Prisma } from "@/lib/db/generated/client";
import { reader } from "@/lib/db/transaction";
import { ROOM_ROW, toRoomRow } from "@/lib/rooms/room-row-sql";
import type { ListedRoom } from "@/lib/rooms/room-row-sql";
import { ListRoomsInput } from "@/lib/rooms/schema";
import type { RoomRow } from "@/lib/rooms/schema";

const PAGE_ROWS = 50;
const Position = z.tuple([z.iso.datetime(), z.guid()]);

/** Rooms, newest first. Throws InvalidInputError for a cursor that no earlier page gave. */
export async function listRooms(ctx: Context, input: ListRoomsInput): Promise<Page<RoomRow>> {
  authorize(ctx, "rooms:write");
  const { cursor } = ListRoomsInput.parse(input);
  const [createdAt, id] = cursor === undefined ? [null, null] : decodeCursor(cursor, Position);
  const listed = await reader(ctx).$queryRaw<ListedRoom[]>`
    SELECT ${Prisma.raw(ROOM_ROW)} FROM log_rooms AS room
    WHERE ${createdAt}::timestamptz IS NULL OR (room.created_at, room.id) < (${createdAt}::timestamptz, ${id}::uuid)
    ORDER BY room.created_at DESC, room.id DESC LIMIT ${PAGE_ROWS + 1}::int`;
  const rows = listed.slice(0, PAGE_ROWS).map(toRoomRow);
  const last = rows.at(-1);
  const hasMore = listed.length > PAGE_ROWS;
  const next = last && hasMore ? encodeCursor([last.createdAt.toISOString(), last.id]) : null;
  return { rows, next };
}
