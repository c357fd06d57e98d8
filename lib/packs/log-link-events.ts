import { randomUUID } from "node:crypto";
import { appendEntries } from "@/lib/audit/append-entries";
import type { ActorsEntry } from "@/lib/audit/append-entries";
import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";
import { reader, withTransaction } from "@/lib/db/transaction";
import type { TransactionContext } from "@/lib/db/transaction";
import type { PackLinkEventKind } from "@/lib/packs/link-schema";

const AT_ONCE = 200;

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

/**
 * Copies what the gate wrote down about links into the log, in its order: an event and that it was copied stand or
 * fall together, so none is logged twice or lost whenever a worker dies. Only one worker does it at a time; the others
 * leave it to that one.
 */
export async function logLinkEvents(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== "job") throw new ForbiddenError("packs:write");
  let loggedCount: number;
  do {
    if (!(await hasUnlogged(ctx))) return;
    loggedCount = await withTransaction(ctx, logSome);
  } while (loggedCount === AT_ONCE);
}

async function hasUnlogged(ctx: Context): Promise<boolean> {
  const [row] = await reader(ctx).$queryRaw<{ has: boolean }[]>`
    SELECT EXISTS (SELECT FROM pack_link_events WHERE logged_at IS NULL) AS has`;
  return row?.has ?? false;
}

/** How many it copied; none while another worker does. */
async function logSome(tctx: TransactionContext): Promise<number> {
  const { tx } = tctx;
  const [lock] = await tx.$queryRaw<{ isMine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended('log-link-events', 0)) AS "isMine"`;
  if (!lock?.isMine) return 0;
  const events = await tx.$queryRaw<LinkEvent[]>`
    WITH logged AS (
      UPDATE pack_link_events SET logged_at = clock_timestamp()
      WHERE id IN (SELECT id FROM pack_link_events WHERE logged_at IS NULL ORDER BY id LIMIT ${AT_ONCE}::int)
      RETURNING id, link_id, kind, at, address
    )
    SELECT logged.id, logged.kind, logged.at, logged.address, link.name AS link, packs.id AS "packId",
      packs.name AS pack
    FROM logged JOIN pack_links AS link ON link.id = logged.link_id JOIN packs ON packs.id = link.pack_id
    ORDER BY logged.id`;
  await appendEntries(
    tx,
    events.map((event) => entryOf(tctx, event)),
  );
  return events.length;
}

/** The guest has no account; the link's name says who it should be. */
function entryOf(ctx: Context, { kind, at, address, link, packId, pack }: LinkEvent): ActorsEntry {
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
