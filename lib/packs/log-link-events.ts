import { randomUUID } from "node:crypto";
import type { ActorsEntry } from "@/lib/audit/append-entries";
import { logOutsideEvents } from "@/lib/audit/log-outside-events";
import type { Context } from "@/lib/core/context";
import type { Transaction } from "@/lib/db/client";
import type { PackLinkEventKind } from "@/lib/packs/link-schema";

const ACTIONS = {
  opened: "pack.link_opened",
  wrong_password: "pack.link_password_wrong",
  taken: "pack.link_taken",
} as const satisfies Record<PackLinkEventKind, string>;

interface LinkEvent {
  id: bigint;
  kind: PackLinkEventKind;
  at: Date;
  address: string | null;
  link: string;
  packId: string;
  pack: string;
}

/** Copies what the gate wrote down about links into the log. */
export async function logLinkEvents(ctx: Context): Promise<void> {
  await logOutsideEvents(ctx, { name: "log-link-events", hasUnlogged, take, toEntry });
}

async function hasUnlogged(db: Transaction): Promise<boolean> {
  const [row] = await db.$queryRaw<{ has: boolean }[]>`
    SELECT EXISTS (SELECT FROM pack_link_events WHERE logged_at IS NULL) AS has`;
  return row?.has ?? false;
}

function take(tx: Transaction, most: number): Promise<LinkEvent[]> {
  return tx.$queryRaw<LinkEvent[]>`
    WITH logged AS (
      UPDATE pack_link_events SET logged_at = clock_timestamp()
      WHERE id IN (SELECT id FROM pack_link_events WHERE logged_at IS NULL ORDER BY id LIMIT ${most}::int)
      RETURNING id, link_id, kind, at, address
    )
    SELECT logged.id, logged.kind, logged.at, logged.address, link.name AS link, packs.id AS "packId",
      packs.name AS pack
    FROM logged JOIN pack_links AS link ON link.id = logged.link_id JOIN packs ON packs.id = link.pack_id
    ORDER BY logged.id`;
}

/** The guest has no account; the link's name says who it should be. */
function toEntry(ctx: Context, { kind, at, address, link, packId, pack }: LinkEvent): ActorsEntry {
  const actor = { kind: "anonymous" as const, id: null, name: link };
  return {
    ctx: { ...ctx, actor, address, requestId: randomUUID() },
    entry: {
      action: ACTIONS[kind],
      target: { kind: "pack", id: packId, label: pack },
      details: { link, at: at.toISOString() },
    },
  };
}
