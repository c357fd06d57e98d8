import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { Prisma } from "@/lib/db/generated/client";
import { reader } from "@/lib/db/transaction";
import { PackLinksInput } from "@/lib/packs/link-schema";
import type { PackLinkEventRow, PackLinkRow } from "@/lib/packs/link-schema";
import { LINK_STATE } from "@/lib/packs/link-state-sql";

/** All that can be open, and the latest of those that are over. */
const SHOWN = 100;
const SHOWN_EVENTS = 5;

type ListedLink = Omit<PackLinkRow, "events"> & {
  events: (Omit<PackLinkEventRow, "at"> & { at: string })[];
};

/** The links of a pack, open ones first, with what became of them. */
export async function listPackLinks(ctx: Context, input: PackLinksInput): Promise<PackLinkRow[]> {
  authorize(ctx, "packs:read");
  const { packId } = PackLinksInput.parse(input);
  const db = reader(ctx);
  const pack = await db.pack.findUnique({ where: { id: packId }, select: { id: true } });
  if (!pack) throw new NotFoundError("pack");
  const links = await db.$queryRaw<ListedLink[]>`
    SELECT link.id, link.name, ${Prisma.raw(LINK_STATE)} AS state, link.password_hash IS NOT NULL AS "hasPassword",
      link.expires_at AS "expiresAt", link.takes_max AS "takesMax", link.takes_count AS "takesCount",
      link.created_by_name AS "createdBy", link.created_at AS "createdAt",
      link.revoked_by_name AS "revokedBy", link.revoked_at AS "revokedAt",
      counted."openedCount", counted."wrongPasswordCount", last.events
    FROM pack_links AS link
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE kind = 'opened')::int AS "openedCount",
        count(*) FILTER (WHERE kind = 'wrong_password')::int AS "wrongPasswordCount"
      FROM pack_link_events WHERE link_id = link.id
    ) AS counted
    CROSS JOIN LATERAL (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', id::text, 'kind', kind, 'at', at, 'address', address)
        ORDER BY at DESC, id DESC), '[]') AS events
      FROM (
        SELECT id, kind, at, address FROM pack_link_events WHERE link_id = link.id
        ORDER BY at DESC, id DESC LIMIT ${SHOWN_EVENTS}::int
      ) AS latest
    ) AS last
    WHERE link.pack_id = ${packId}::uuid
    ORDER BY link.revoked_at IS NOT NULL OR link.expires_at <= clock_timestamp(), link.created_at DESC, link.id DESC
    LIMIT ${SHOWN}::int`;
  return links.map((link) => ({
    ...link,
    events: link.events.map((event) => ({ ...event, at: new Date(event.at) })),
  }));
}
