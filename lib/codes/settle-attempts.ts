import { appendEntries } from "@/lib/audit/append-entries";
import { applyOutcomes } from "@/lib/codes/apply-outcomes";
import type {
  ActorsAttempt,
  JudgedAttempt,
  SentCode,
  SettledCode,
} from "@/lib/codes/finished-attempt";
import { MOST_HELD_MS } from "@/lib/codes/mint-outcome";
import type { MintOutcome } from "@/lib/codes/mint-outcome";
import { mintedEvents } from "@/lib/codes/minted-events";
import { recordCalls } from "@/lib/codes/record-calls";
import { settledEntries } from "@/lib/codes/settled-entries";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import type { TransactionContext } from "@/lib/db/transaction";
import { recordNumUsed } from "@/lib/quota/record-num-used";
import { settleReservation } from "@/lib/quota/settle-reservation";
import { announce } from "@/lib/webhooks/announce";

/**
 * Writes the ends of attempts of one mini program in one transaction: codes, reservations, journal and log. Only
 * the attempt that sent a code may end it; of a late one nothing but its calls is kept. Doing it again
 * changes nothing.
 * Gives what became of each code, in the order of the attempts.
 */
export async function settleAttempts(
  ctx: Context,
  attempts: readonly ActorsAttempt[],
): Promise<SettledCode[]> {
  return withTransaction(ctx, async (tctx) => {
    const judged = judge(attempts, await lockCodes(tctx, attempts));
    const [first] = judged;
    if (!first) return [];
    const inTime = judged.filter(({ isInTime }) => isInTime);
    await applyOutcomes(tctx, inTime);
    for (const end of inTime) await settleQuota({ ...end.ctx, tx: tctx.tx }, end);
    const finished = attempts.map(({ attempt }) => attempt);
    await recordCalls(tctx, first.code.miniProgramId, finished);
    await announce(tctx, mintedEvents(tctx.runtime.env, inTime));
    await appendEntries(tctx.tx, settledEntries(inTime));
    return judged.map(toSettledCode);
  });
}

/** In one order, so that two processes never wait for each other. */
async function lockCodes(
  ctx: TransactionContext,
  attempts: readonly ActorsAttempt[],
): Promise<Map<string, SentCode>> {
  const ids = attempts.map(({ attempt }) => attempt.codeId);
  const codes = await ctx.tx.$queryRaw<SentCode[]>`
    SELECT id, mini_program_id AS "miniProgramId", batch_id AS "batchId",
      (SELECT name FROM batches WHERE batches.id = batch_id) AS "batchName", kind::text AS kind, label, reason, target,
      status::text AS status, attempt_token AS "attemptToken", quota_cost::int AS "quotaCost",
      is_in_doubt AS "isInDoubt", failure_errcode AS "failureErrcode", failure_why AS "failureWhy",
      failure_message AS "failureMessage", failure_rid AS "failureRid",
      coalesce(extract(epoch FROM clock_timestamp() - held_since) * 1000, 0)::float AS "heldForMs"
    FROM codes WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  return new Map(codes.map((code) => [code.id, code]));
}

function judge(
  attempts: readonly ActorsAttempt[],
  codes: ReadonlyMap<string, SentCode>,
): JudgedAttempt[] {
  return attempts.map(({ ctx, attempt }) => {
    const code = codes.get(attempt.codeId);
    if (!code) throw new Error(`There is no code ${attempt.codeId} to be settled.`);
    const outcome = inLightOf(code, attempt.outcome);
    // A picture that comes after the code was given up on is still this attempt's picture.
    const isOpen =
      code.status === "sent" || (code.status === "unknown" && outcome.status === "minted");
    return {
      ctx,
      attempt,
      code,
      outcome,
      isInTime: isOpen && code.attemptToken === attempt.attemptToken,
    };
  });
}

/** What came before may forbid to believe the outcome as it stands. */
function inLightOf(code: SentCode, outcome: MintOutcome): MintOutcome {
  if (outcome.status === "held" && code.heldForMs > MOST_HELD_MS) {
    return inLightOf(code, { status: "refused", failure: outcome.failure });
  }
  // An earlier attempt may have been counted: a refusal now must not give its reservation back.
  if (outcome.status === "refused" && code.isInDoubt) return { ...outcome, status: "unknown" };
  return outcome;
}

async function settleQuota(
  ctx: TransactionContext,
  { code, outcome, attempt }: JudgedAttempt,
): Promise<void> {
  const { id: codeId, miniProgramId, quotaCost, batchId, reason } = code;
  const isSettled = outcome.status === "minted" || outcome.status === "refused";
  if (quotaCost > 0 && isSettled) {
    const end = outcome.status === "minted" ? "spend" : "release";
    await settleReservation(ctx, { miniProgramId, codeId, batchId, reason }, end, quotaCost);
  }
  const told = attempt.calls.findLast(({ numUsed }) => numUsed !== null);
  if (!isSettled && outcome.status !== "unknown") return;
  if (told === undefined || told.numUsed === null) return;
  const seenAt = new Date(told.startedAt.getTime() + told.durationMs);
  await recordNumUsed(ctx, miniProgramId, told.numUsed, seenAt, told.startedAt);
}

function toSettledCode({ code, outcome, isInTime }: JudgedAttempt): SettledCode {
  const { id, kind, target } = code;
  if (!isInTime) return { ...code, isInTime };
  const failure = "failure" in outcome ? outcome.failure : null;
  const isQueued = outcome.status === "held" || outcome.status === "unsent";
  return {
    id,
    kind,
    target,
    status: isQueued ? "queued" : outcome.status,
    failureErrcode: failure?.errcode ?? null,
    failureWhy: failure?.why ?? null,
    failureMessage: failure?.message ?? null,
    failureRid: failure?.rid ?? null,
    isInTime,
  };
}
