import type { GatePool } from "@/lib/gate/open-pool";
import { LINK_STATE } from "@/lib/packs/link-state-sql";
import { hashLinkToken } from "@/lib/packs/link-token";
import type { ServedPack } from "@/lib/packs/serve-pack";

/** A pack and the take it is fetched by. */
export interface TicketedPack extends ServedPack {
  takeId: string;
  linkId: string;
}

// A used-up link still lets those carry on who were counted.
const FIND = `
SELECT take.id AS "takeId", link.id AS "linkId", packs.id, packs.file_name AS "fileName",
  packs.media_type AS "mediaType", packs.file_count AS "fileCount", packs.byte_size::float8 AS "byteSize",
  packs.central_offset::float8 AS "centralOffset", packs.sha256, packs.ready_at AS "readyAt"
FROM pack_links AS link
JOIN pack_takes AS take ON take.link_id = link.id
JOIN packs ON packs.id = link.pack_id
WHERE link.token_hash = $1 AND take.ticket_hash = $2 AND take.taken_at > clock_timestamp() - interval '24 hours'
  AND packs.status = 'ready' AND (${LINK_STATE}) IN ('open', 'used_up')`;

const COMPLETE = `
UPDATE pack_takes SET completed_at = clock_timestamp() WHERE id = $1 AND completed_at IS NULL`;

/** What a ticket of this link's is good for; undefined when that is nothing, or not any more. */
export async function findTicket(
  pool: GatePool,
  token: string,
  ticket: string,
): Promise<TicketedPack | undefined> {
  const values = [hashLinkToken(token), hashLinkToken(ticket)];
  const [pack] = await pool.query<TicketedPack>({ name: "find-ticket", text: FIND, values });
  return pack;
}

/** Writes down that the last byte went out. */
export async function completeTake(pool: GatePool, takeId: string): Promise<void> {
  await pool.query({ name: "complete-take", text: COMPLETE, values: [takeId] });
}
