import type { GatePool } from "@/lib/gate/open-pool";
import type { RoomPosition } from "@/lib/rooms/room-position";
import { ROOM_COUNT_MAX } from "@/lib/rooms/schema";
import { STORED_ENTRY } from "@/lib/rooms/stored-entry";
import type { StoredEntry } from "@/lib/rooms/stored-entry";

// By the number itself: `seq` alone would be the text that is given.
const READ = `
  SELECT ${STORED_ENTRY} FROM open_log_room_entries($1, $2, $3, $4) AS entry ORDER BY entry.seq DESC`;
const COUNT = "SELECT open_log_room_size($1, $2) AS count";

/** Entries of an open room's slice from a position on, newest first and with nothing kept back yet. */
export function readEntries(
  pool: GatePool,
  tokenHash: string,
  { beforeSeq, afterSeq }: RoomPosition,
  most: number,
): Promise<StoredEntry[]> {
  const values = [tokenHash, beforeSeq, afterSeq, most];
  return pool.query<StoredEntry>({ name: "read-room-entries", text: READ, values });
}

/** How many entries the slice has, counted to ROOM_COUNT_MAX + 1. */
export async function countEntries(pool: GatePool, tokenHash: string): Promise<number> {
  const values = [tokenHash, ROOM_COUNT_MAX + 1];
  const [row] = await pool.query<{ count: number | null }>({
    name: "count-room-entries",
    text: COUNT,
    values,
  });
  return row?.count ?? 0;
}
