import type { Context } from "@/lib/core/context";
import type { Transaction } from "@/lib/db/client";

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
  if (ctx.tx) return work({ ...ctx, tx: ctx.tx });
  return ctx.runtime.db.$transaction((tx) => work({ ...ctx, tx }), {
    maxWait: 10_000,
    timeout: 30_000,
  });
}

/** The open transaction if there is one, else the plain client; for reads. */
export function reader(ctx: Context): Transaction {
  return ctx.tx ?? ctx.runtime.db;
}
