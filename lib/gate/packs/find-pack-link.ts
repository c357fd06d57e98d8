import type { GatePool } from "@/lib/gate/open-pool";
import { LINK_STATE } from "@/lib/packs/link-state-sql";
import { hashLinkToken } from "@/lib/packs/link-token";

/** A link that may still be taken by, and what its page shows. */
export interface OpenPackLink {
  id: string;
  sharedBy: string;
  passwordHash: string | null;
  expiresAt: Date;
  /** Null: no limit. */
  takesLeft: number | null;
  packName: string;
  fileName: string;
  codeCount: number;
  byteSize: number;
  sha256: string;
  isZip: boolean;
}

const FIND = `
SELECT link.id, link.created_by_name AS "sharedBy", link.password_hash AS "passwordHash",
  link.expires_at AS "expiresAt", link.takes_max - link.takes_count AS "takesLeft", packs.name AS "packName",
  packs.file_name AS "fileName", packs.code_count AS "codeCount", packs.byte_size::float8 AS "byteSize",
  packs.sha256, packs.central_offset IS NOT NULL AS "isZip"
FROM pack_links AS link JOIN packs ON packs.id = link.pack_id
WHERE link.token_hash = $1 AND packs.status = 'ready' AND (${LINK_STATE}) = 'open'`;

/** The open link of an address. Undefined alike for what never was and for what is over, and at the same cost. */
export async function findPackLink(
  pool: GatePool,
  token: string,
): Promise<OpenPackLink | undefined> {
  const values = [hashLinkToken(token)];
  const [link] = await pool.query<OpenPackLink>({ name: "find-pack-link", text: FIND, values });
  return link;
}
