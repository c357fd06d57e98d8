import { appendEntries } from "@/lib/audit/append-entries";
import type { ActorsEntry } from "@/lib/audit/append-entries";
import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";
import type { Transaction } from "@/lib/db/client";
import { reader, withTransaction } from "@/lib/db/transaction";
import type { TransactionContext } from "@/lib/db/transaction";

const AT_ONCE = 200;

/** What the gate writes down of people without an account, because it may not append to the log itself. */
export interface OutsideEvents<Event> {
  name: string;
  hasUnlogged(db: Transaction): Promise<boolean>;
  /** Marks so many as copied, the oldest first, and gives them. */
  take(tx: Transaction, most: number): Promise<readonly Event[]>;
  toEntry(ctx: Context, event: Event): ActorsEntry;
}

/**
 * Copies such events into the log, in their order: an event and that it was copied stand or fall together, so none is
 * logged twice or lost whenever a worker dies. Only one worker does it at a time; the others leave it to that one.
 */
export async function logOutsideEvents<Event>(
  ctx: Context,
  events: OutsideEvents<Event>,
): Promise<void> {
  if (ctx.actor.kind !== "job") throw new ForbiddenError("audit:read");
  let loggedCount: number;
  do {
    if (!(await events.hasUnlogged(reader(ctx)))) return;
    loggedCount = await withTransaction(ctx, (tctx) => logSome(tctx, events));
  } while (loggedCount === AT_ONCE);
}

/** How many it copied; none while another worker does. */
async function logSome<Event>(
  tctx: TransactionContext,
  { name, take, toEntry }: OutsideEvents<Event>,
): Promise<number> {
  const { tx } = tctx;
  const [lock] = await tx.$queryRaw<{ isMine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) AS "isMine"`;
  if (!lock?.isMine) return 0;
  const taken = await take(tx, AT_ONCE);
  await appendEntries(
    tx,
    taken.map((event) => toEntry(tctx, event)),
  );
  return taken.length;
}
