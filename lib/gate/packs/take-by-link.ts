import { randomUUID } from "node:crypto";
import type { GatePool } from "@/lib/gate/open-pool";
import { LINK_STATE } from "@/lib/packs/link-state-sql";
import { hashLinkToken, newLinkToken } from "@/lib/packs/link-token";

// Whoever waits for the link's row looks at it anew afterwards, so two at once never go beyond its limit.
const TAKE = `
WITH taken AS (
  UPDATE pack_links AS link SET takes_count = link.takes_count + 1
  FROM packs
  WHERE link.id = $1 AND packs.id = link.pack_id AND packs.status = 'ready' AND (${LINK_STATE}) = 'open'
  RETURNING link.id, link.pack_id, link.name
), take AS (
  INSERT INTO pack_takes (id, pack_id, link_id, taken_by, address, taken_at, ticket_hash)
  SELECT $2::uuid, pack_id, id, name, $3, clock_timestamp(), $4 FROM taken
), event AS (
  INSERT INTO pack_link_events (link_id, kind, at, address)
  SELECT id, 'taken', clock_timestamp(), $3 FROM taken
)
SELECT id FROM taken`;

/** Counts a take and gives the ticket the file is fetched with; null when the link has ended meanwhile. */
export async function takeByLink(
  pool: GatePool,
  linkId: string,
  address: string,
): Promise<string | null> {
  const ticket = newLinkToken();
  const values = [linkId, randomUUID(), address, hashLinkToken(ticket)];
  const taken = await pool.query({ name: "take-by-link", text: TAKE, values });
  return taken.length > 0 ? ticket : null;
}
