import type { RoomRow, RoomSlice } from "@/lib/rooms/schema";

/** The columns of a room as the desk shows it: plain SQL, for a query with a room as `room`. */
export const ROOM_ROW = `
  room.id::text AS id, room.name,
  CASE WHEN room.revoked_at IS NOT NULL THEN 'revoked'
    WHEN room.expires_at <= clock_timestamp() THEN 'expired'
    ELSE 'open' END AS state,
  room.password_hash IS NOT NULL AS "hasPassword", room.may_export AS "mayExport",
  room.mini_program_ids::text[] AS "miniProgramIds", room.campaign_ids::text[] AS "campaignIds",
  room.action_kinds AS "actionKinds", room.from_at AS "fromAt", room.until_at AS "untilAt", room.fields,
  room.redactions,
  ${namesOf("mini_programs", "mini_program_ids")} AS "miniPrograms",
  ${namesOf("campaigns", "campaign_ids")} AS campaigns,
  room.expires_at AS "expiresAt", room.open_count AS "openCount", room.last_opened_at AS "lastOpenedAt",
  room.created_by_name AS "createdBy", room.created_at AS "createdAt",
  room.revoked_by_name AS "revokedBy", room.revoked_at AS "revokedAt"`;

export type ListedRoom = Omit<RoomRow, "slice"> &
  Omit<RoomSlice, "from" | "until"> & { fromAt: Date | null; untilAt: Date | null };

/** In the order of the slice; of removed ones the id. */
function namesOf(table: string, column: string): string {
  return `(
    SELECT coalesce(array_agg(coalesce(named.name, wanted.id::text) ORDER BY wanted.place), '{}')
    FROM unnest(room.${column}) WITH ORDINALITY AS wanted (id, place)
    LEFT JOIN ${table} AS named ON named.id = wanted.id
  )`;
}

export function toRoomRow(listed: ListedRoom): RoomRow {
  const { miniProgramIds, campaignIds, actionKinds, fromAt, untilAt, fields, redactions, ...row } =
    listed;
  const from = fromAt?.toISOString() ?? null;
  const until = untilAt?.toISOString() ?? null;
  return {
    ...row,
    slice: { miniProgramIds, campaignIds, actionKinds, from, until, fields, redactions },
  };
}
