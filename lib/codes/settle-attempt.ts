import { appendEntry } from "@/lib/audit/append-entry";
import { isLimited } from "@/lib/codes/code-parameters";
import { MOST_HELD_MS } from "@/lib/codes/mint-outcome";
import type { MintOutcome } from "@/lib/codes/mint-outcome";
import { recordCalls } from "@/lib/codes/record-calls";
import type { Context } from "@/lib/core/context";
import type { Code } from "@/lib/db/generated/client";
import { withTransaction } from "@/lib/db/transaction";
import type { TransactionContext } from "@/lib/db/transaction";
import { countCalls } from "@/lib/quota/count-calls";
import { recordNumUsed } from "@/lib/quota/record-num-used";
import { settleReservation } from "@/lib/quota/settle-reservation";
import type { CallRecord } from "@/lib/wechat/call-endpoint";

const SPREAD_MS = 3_000;

export interface FinishedAttempt {
  codeId: string;
  attemptToken: string;
  outcome: MintOutcome;
  calls: readonly CallRecord[];
}

/**
 * Writes the end of an attempt: code, reservation, journal and log in one transaction.
 * Only the attempt that sent the code may end it; a late one finds nothing to do and
 * gets `false`.
 */
export async function settleAttempt(ctx: Context, attempt: FinishedAttempt): Promise<boolean> {
  const { codeId, attemptToken } = attempt;
  return withTransaction(ctx, async (tctx) => {
    await recordCalls(tctx, attempt);
    const before = await tctx.tx.code.findUniqueOrThrow({ where: { id: codeId } });
    const outcome = inLightOf(tctx, before, attempt.outcome);
    if (outcome.status === "minted") await keepPicture(tctx, outcome.picture);
    const { count } = await tctx.tx.code.updateMany({
      // A picture that comes after the code was given up on is still this attempt's picture.
      where: {
        id: codeId,
        attemptToken,
        status: outcome.status === "minted" ? { in: ["sent", "unknown"] } : "sent",
      },
      data: codeColumns(tctx, before, outcome),
    });
    // A late answer changes nothing, but its calls were made.
    if (count === 0 || outcome.status === "held") {
      await countCalls(tctx, before.miniProgramId, attempt.calls);
      if (count > 0 && outcome.status === "held") await sendLater(tctx, codeId, outcome.until);
      return count > 0;
    }
    await settleQuota(tctx, before, outcome, attempt.calls);
    await countCalls(tctx, before.miniProgramId, attempt.calls);
    await logOutcome(tctx, before, outcome);
    return true;
  });
}

/** What came before may forbid to believe the outcome as it stands. */
function inLightOf(ctx: TransactionContext, code: Code, outcome: MintOutcome): MintOutcome {
  const heldForMs = ctx.now().getTime() - (code.heldSince ?? ctx.now()).getTime();
  if (outcome.status === "held" && heldForMs > MOST_HELD_MS) {
    return inLightOf(ctx, code, { status: "refused", failure: outcome.failure });
  }
  // An earlier attempt may have been counted: a refusal now must not give its reservation back.
  if (outcome.status === "refused" && code.isInDoubt) return { ...outcome, status: "unknown" };
  return outcome;
}

function codeColumns(ctx: TransactionContext, code: Code, outcome: MintOutcome) {
  if (outcome.status === "minted") {
    return {
      status: outcome.status,
      heldSince: null,
      isInDoubt: false,
      pictureSha256: outcome.picture.sha256,
      mintedAt: ctx.now(),
      failureErrcode: null,
      failureWhy: null,
      failureMessage: null,
      failureRid: null,
    };
  }
  const { errcode, why, message, rid } = outcome.failure;
  const isHeld = outcome.status === "held";
  return {
    status: isHeld ? ("queued" as const) : outcome.status,
    heldUntil: isHeld ? outcome.until : null,
    heldSince: isHeld ? (code.heldSince ?? ctx.now()) : null,
    isInDoubt: code.isInDoubt || (outcome.status === "unknown" && isLimited(code.kind)),
    failureErrcode: errcode,
    failureWhy: why,
    failureMessage: message,
    failureRid: rid,
  };
}

async function keepPicture(
  ctx: TransactionContext,
  picture: Extract<MintOutcome, { status: "minted" }>["picture"],
): Promise<void> {
  await ctx.tx.picture.createMany({
    data: { ...picture, createdAt: ctx.now() },
    skipDuplicates: true,
  });
}

/** A code that waits for a pause keeps its reservation; the spread keeps many from coming at once. */
async function sendLater(ctx: TransactionContext, codeId: string, until: Date): Promise<void> {
  const waitMs = until.getTime() - ctx.now().getTime() + Math.random() * SPREAD_MS;
  const afterSeconds = Math.max(1, Math.ceil(waitMs / 1000));
  await ctx.runtime.queue.enqueue(ctx.tx, "codes.settle", { codeId }, { afterSeconds });
}

async function settleQuota(
  ctx: TransactionContext,
  code: Code,
  outcome: MintOutcome,
  calls: readonly CallRecord[],
): Promise<void> {
  const { miniProgramId, quotaCost, batchId } = code;
  const move = { miniProgramId, codeId: code.id, batchId, reason: code.reason };
  const isSettled = outcome.status === "minted" || outcome.status === "refused";
  if (quotaCost > 0 && isSettled) {
    const end = outcome.status === "minted" ? "spend" : "release";
    await settleReservation(ctx, move, end, quotaCost);
  }
  const told = calls.findLast(({ numUsed }) => numUsed !== null);
  if (told?.numUsed === null || told === undefined) return;
  const seenAt = new Date(told.startedAt.getTime() + told.durationMs);
  await recordNumUsed(ctx, miniProgramId, told.numUsed, seenAt, told.startedAt);
}

async function logOutcome(
  ctx: TransactionContext,
  code: Code,
  outcome: Exclude<MintOutcome, { status: "held" }>,
): Promise<void> {
  const target = { kind: "code", id: code.id, label: code.label } as const;
  if (outcome.status === "minted") {
    const { picture, numUsed } = outcome;
    const details = { sha256: picture.sha256, numUsed };
    await appendEntry(ctx, { action: "code.minted", target, details });
    return;
  }
  const { why, errcode } = outcome.failure;
  if (outcome.status === "refused") {
    await appendEntry(ctx, { action: "code.refused", target, details: { why, errcode } });
  } else {
    await appendEntry(ctx, { action: "code.outcome_unknown", target, details: { why, errcode } });
  }
}
