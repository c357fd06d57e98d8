import type { EntryPart } from "@/lib/audit/entry-fields";
import type { GatePool } from "@/lib/gate/open-pool";
import type { Redaction } from "@/lib/rooms/schema";

/** A room that may still be entered, and what a guest is told of it. */
export interface OpenRoom {
  id: string;
  name: string;
  passwordHash: string | null;
  expiresAt: Date;
  fields: EntryPart[];
  redactions: Redaction[];
  mayExport: boolean;
  sharedBy: string;
}

const FIND = `
SELECT id, name, password_hash AS "passwordHash", expires_at AS "expiresAt", fields, redactions,
  may_export AS "mayExport", created_by_name AS "sharedBy"
FROM open_log_room($1)`;

/** The open room of an address. Undefined alike for what never was and for what is over, and at the same cost. */
export async function findRoom(pool: GatePool, tokenHash: string): Promise<OpenRoom | undefined> {
  const values = [tokenHash];
  const [room] = await pool.query<OpenRoom>({ name: "find-room", text: FIND, values });
  return room;
}
