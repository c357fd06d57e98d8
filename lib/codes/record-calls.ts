import type { FinishedAttempt } from "@/lib/codes/settle-attempt";
import type { TransactionContext } from "@/lib/db/transaction";

/** Adds an attempt's HTTP calls to the code's journal, token requests included. */
export async function recordCalls(
  ctx: TransactionContext,
  { codeId, attemptToken, calls }: Pick<FinishedAttempt, "codeId" | "attemptToken" | "calls">,
): Promise<void> {
  await ctx.tx.codeCall.createMany({
    data: calls.map((call) => ({
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
  });
}
