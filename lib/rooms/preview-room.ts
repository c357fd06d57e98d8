import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { Prisma } from "@/lib/db/generated/client";
import { reader } from "@/lib/db/transaction";
import { ROOM_PAGE_ROWS, roomPage } from "@/lib/rooms/room-page";
import { readPosition } from "@/lib/rooms/room-position";
import { PreviewRoomInput, ROOM_COUNT_MAX } from "@/lib/rooms/schema";
import type { RoomPage } from "@/lib/rooms/schema";
import { sliceColumns } from "@/lib/rooms/slice-columns";
import { STORED_ENTRY } from "@/lib/rooms/stored-entry";
import type { StoredEntry } from "@/lib/rooms/stored-entry";

/** A page of the room that would be made of this slice, exactly as a guest would see it. */
export async function previewRoom(ctx: Context, input: PreviewRoomInput): Promise<RoomPage> {
  authorize(ctx, "rooms:write");
  const { slice, cursor } = PreviewRoomInput.parse(input);
  const position = readPosition(cursor);
  const { miniProgramIds, campaignIds, actions, fromAt, untilAt } = sliceColumns(slice);
  const wanted = Prisma.sql`${miniProgramIds}::uuid[], ${campaignIds}::uuid[], ${actions}::text[],
    ${fromAt}::timestamptz, ${untilAt}::timestamptz`;
  const db = reader(ctx);
  const rows = await db.$queryRaw<StoredEntry[]>`
    SELECT ${Prisma.raw(STORED_ENTRY)} FROM log_room_page(${wanted},
      ${position.beforeSeq}::text::bigint, ${position.afterSeq}::text::bigint, ${ROOM_PAGE_ROWS}::int)`;
  const [size] = await db.$queryRaw<{ count: number }[]>`
    SELECT log_room_size(${wanted}, ${ROOM_COUNT_MAX + 1}::int) AS count`;
  return roomPage(rows, { position, rule: slice, entryCount: size?.count ?? 0 });
}
