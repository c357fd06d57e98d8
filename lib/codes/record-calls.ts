import type { FinishedAttempt } from "@/lib/codes/finished-attempt";
import type { TransactionContext } from "@/lib/db/transaction";
import { countCalls } from "@/lib/quota/count-calls";

/**
 * Adds the HTTP calls of attempts of one mini program to the codes' journals, token requests included, and
 * counts those that are new.
 */
export async function recordCalls(
  ctx: TransactionContext,
  miniProgramId: string,
  attempts: readonly FinishedAttempt[],
): Promise<void> {
  const rows = attempts.flatMap(({ codeId, attemptToken, calls }) =>
    calls.map((call) => ({
      id: call.id,
      codeId,
      attemptToken,
      endpoint: call.endpoint,
      outcome: call.outcome,
      httpStatus: call.httpStatus,
      errcode: call.errcode,
      errmsg: call.errmsg ?? call.why,
      rid: call.rid,
      numUsed: call.numUsed,
      durationMs: Math.round(call.durationMs),
      request: call.requestBody,
      startedAt: call.startedAt,
    })),
  );
  if (rows.length === 0) return;
  const written = await ctx.tx.codeCall.createManyAndReturn({
    data: rows,
    skipDuplicates: true,
    select: { id: true },
  });
  const news = new Set(written.map(({ id }) => id));
  const calls = rows.filter(({ id }) => news.has(id));
  await countCalls(ctx, miniProgramId, calls);
}
