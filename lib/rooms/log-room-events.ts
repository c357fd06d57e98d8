import { randomUUID } from "node:crypto";
import type { ActorsEntry } from "@/lib/audit/append-entries";
import { logOutsideEvents } from "@/lib/audit/log-outside-events";
import type { Context } from "@/lib/core/context";
import type { Transaction } from "@/lib/db/client";
import type { RoomEventKind } from "@/lib/rooms/schema";

const ACTIONS = {
  opened: "log_room.opened",
  wrong_password: "log_room.password_wrong",
  exported: "log_room.exported",
} as const satisfies Record<RoomEventKind, string>;

interface RoomEvent {
  kind: RoomEventKind;
  at: Date;
  address: string | null;
  roomId: string;
  room: string;
}

/** Copies what the gate wrote down about log rooms into the log. */
export async function logRoomEvents(ctx: Context): Promise<void> {
  await logOutsideEvents(ctx, { name: "log-room-events", hasUnlogged, take, toEntry });
}

async function hasUnlogged(db: Transaction): Promise<boolean> {
  const [row] = await db.$queryRaw<{ has: boolean }[]>`
    SELECT EXISTS (SELECT FROM log_room_events WHERE logged_at IS NULL) AS has`;
  return row?.has ?? false;
}

function take(tx: Transaction, most: number): Promise<RoomEvent[]> {
  return tx.$queryRaw<RoomEvent[]>`
    WITH logged AS (
      UPDATE log_room_events SET logged_at = clock_timestamp()
      WHERE id IN (SELECT id FROM log_room_events WHERE logged_at IS NULL ORDER BY id LIMIT ${most}::int)
      RETURNING id, room_id, kind, at, address
    )
    SELECT logged.kind, logged.at, logged.address, room.id::text AS "roomId", room.name AS room
    FROM logged JOIN log_rooms AS room ON room.id = logged.room_id
    ORDER BY logged.id`;
}

/** The guest has no account; the room's name says who it should be. */
function toEntry(ctx: Context, { kind, at, address, roomId, room }: RoomEvent): ActorsEntry {
  const actor = { kind: "anonymous" as const, id: null, name: room };
  return {
    ctx: { ...ctx, actor, address, requestId: randomUUID() },
    entry: {
      action: ACTIONS[kind],
      target: { kind: "log_room", id: roomId, label: room },
      details: { at: at.toISOString() },
    },
  };
}
