import type { Context } from "@/lib/core/context";
import type { Transaction } from "@/lib/db/client";

const SHORT_MS = 30_000;
const LONG_MS = 300_000;

/** A context whose transaction is open. */
export type TransactionContext = Context & { tx: Transaction };

/**
 * Runs `work` in the caller's transaction, or in one of its own. No network inside:
 * a transaction holds a connection and, once it has written an audit entry, the chain.
 */
export async function withTransaction<Result>(
  ctx: Context,
  work: (ctx: TransactionContext) => Promise<Result>,
): Promise<Result> {
  return transact(ctx, work, SHORT_MS);
}

/** The same for 100,000 rows with all their indexes, which take a while, and more on a busy machine. */
export async function withLongTransaction<Result>(
  ctx: Context,
  work: (ctx: TransactionContext) => Promise<Result>,
): Promise<Result> {
  return transact(ctx, work, LONG_MS);
}

async function transact<Result>(
  ctx: Context,
  work: (ctx: TransactionContext) => Promise<Result>,
  timeout: number,
): Promise<Result> {
  if (ctx.tx) return work({ ...ctx, tx: ctx.tx });
  return ctx.runtime.db.$transaction((tx) => work({ ...ctx, tx }), { maxWait: 10_000, timeout });
}

/** The open transaction if there is one, else the plain client; for reads. */
export function reader(ctx: Context): Transaction {
  return ctx.tx ?? ctx.runtime.db;
}
