import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { BatchCheck } from "@/lib/batches/draft-schema";
import { insertCodes, OvertakenError } from "@/lib/batches/insert-codes";
import { insertSkips } from "@/lib/batches/insert-skips";
import { matchDraft } from "@/lib/batches/match-draft";
import { readQuota } from "@/lib/batches/read-quota";
import { requireDraft } from "@/lib/batches/require-draft";
import type { OpenDraft } from "@/lib/batches/require-draft";
import { scheduleRun } from "@/lib/batches/schedule-run";
import { PILOT_ROWS, PlanBatchInput } from "@/lib/batches/schema";
import type { PlanBatchResult } from "@/lib/batches/schema";
import { tellCheck } from "@/lib/batches/tell-check";
import { askForApproval } from "@/lib/codes/ask-for-approval";
import type { Context } from "@/lib/core/context";
import { DomainError, InvalidInputError } from "@/lib/core/errors";
import { brokenConstraint, isDeadlock } from "@/lib/db/constraint-errors";
import { withLongTransaction } from "@/lib/db/transaction";
import type { TransactionContext } from "@/lib/db/transaction";
import { reserveQuota } from "@/lib/quota/reserve-quota";

type Parsed = z.output<typeof PlanBatchInput>;

const MOST_TRIES = 3;

/**
 * Makes a batch of the new rows of a checked sheet, in one transaction: scenes, codes, one reservation,
 * what was left out, the log entry and the job that runs it. The same filled-in form sent twice gives one
 * batch. Throws `invalid_input` (bad rows that shall not be left out, nothing new), `conflict` and
 * `quota_exhausted`, all before anything is sent.
 */
export async function planBatch(ctx: Context, input: PlanBatchInput): Promise<PlanBatchResult> {
  authorize(ctx, "codes:mint");
  const parsed = PlanBatchInput.parse(input);
  const existing = await findSameRequest(ctx, parsed.requestKey);
  if (existing) return existing;
  for (let tries = 1; ; tries += 1) {
    try {
      return await withLongTransaction(ctx, (tctx) => plan(tctx, parsed, tries > 1));
    } catch (error) {
      // What the same form planned a moment ago is nothing new any more, and may be what quota ran out for.
      const quicker = await findSameRequest(ctx, parsed.requestKey);
      if (quicker) return quicker;
      if (!wasOvertaken(error) || tries === MOST_TRIES) throw error;
    }
  }
}

/** The key is only honoured for its own maker, so a guessed one reveals nothing. */
async function findSameRequest(ctx: Context, requestKey: string): Promise<PlanBatchResult | null> {
  const batch = await ctx.runtime.db.batch.findFirst({
    where: { requestKey, createdById: ctx.actor.id },
    select: { id: true, status: true },
  });
  return batch && { batchId: batch.id, status: batch.status, isSameRequest: true };
}

/** By another batch or a single code at the same time; a second look finds out what is left. */
function wasOvertaken(error: unknown): boolean {
  const constraint = brokenConstraint(error);
  return (
    error instanceof OvertakenError ||
    constraint === "batches_request_key_key" ||
    constraint === "codes_pkey" ||
    constraint === "codes_identity_living" ||
    isDeadlock(error)
  );
}

async function plan(
  ctx: TransactionContext,
  input: Parsed,
  isSecondTry: boolean,
): Promise<PlanBatchResult> {
  const open = await requireDraft(ctx, input.draftId);
  const { draft, form } = open;
  if (isSecondTry || (await isOutdated(ctx, open))) {
    await matchDraft(ctx, draft.id, form, await readQuota(ctx, form));
  }
  const check = await tellCheck(ctx, open);
  await requirePlannable(ctx, input, check);
  return writeBatch(ctx, input, open, check);
}

/** Whether a code was asked for since that may be one of the rows; clocks of two machines may differ. */
async function isOutdated(ctx: TransactionContext, { draft }: OpenDraft): Promise<boolean> {
  const { miniProgramId, matchedAt } = draft;
  const since = new Date(matchedAt.getTime() - CLOCK_SKEW_MS);
  const code = await ctx.tx.code.findFirst({
    where: { miniProgramId, createdAt: { gt: since } },
    select: { id: true },
  });
  return code !== null;
}

const CLOCK_SKEW_MS = 5 * 60_000;

async function requirePlannable(
  ctx: TransactionContext,
  { draftId, leaveOutBad }: Parsed,
  { badCount, newCount, price }: BatchCheck,
): Promise<void> {
  if (badCount > 0 && !leaveOutBad) {
    const first = await ctx.tx.batchDraftRow.findFirstOrThrow({
      where: { draftId, verdict: { in: ["bad", "taken"] } },
      orderBy: { row: "asc" },
      select: { row: true },
    });
    throw new InvalidInputError("batchBadRows", "rows", { count: badCount, row: first.row });
  }
  if (newCount === 0) throw new InvalidInputError("batchNothingNew", "rows");
  if (price.isAffordable) return;
  const { lifetimeLimit: limit, left, limitedCount: wanted } = price;
  throw new DomainError("quota_exhausted", "quotaExhausted", { limit, left, wanted });
}

async function writeBatch(
  ctx: TransactionContext,
  input: Parsed,
  open: OpenDraft,
  { rowCount, samples, price }: BatchCheck,
): Promise<PlanBatchResult> {
  const { draft, form } = open;
  const { limitedCount, needsApproval } = price;
  const { name, kind, miniProgramId, campaignId } = form;
  const batchId = input.keepId ? draft.id : uuidv7();
  const reason = form.kind === "WXACODE_UNLIMITED" ? "" : form.reason;
  const status = needsApproval ? "awaiting_approval" : "running";
  const pilotRow = samples[PILOT_ROWS - 1]?.row ?? null;
  const approvalId = needsApproval ? uuidv7() : null;
  await ctx.tx.batch.create({
    data: {
      id: batchId,
      name,
      kind,
      status,
      miniProgramId,
      campaignId,
      limitedCount,
      approvalId,
      rowCount,
      requestKey: input.requestKey,
      createdById: ctx.actor.id,
      createdBy: ctx.actor.name,
      createdAt: ctx.now(),
      startedAt: needsApproval ? null : ctx.now(),
      pilotUntilRow: input.pilot ? pilotRow : null,
    },
  });
  const codeCount = await insertCodes(ctx, batchId, open);
  await insertSkips(ctx, batchId, draft.id);
  if (limitedCount > 0) {
    await reserveQuota(ctx, { miniProgramId, batchId, campaignId, reason, count: limitedCount });
  }
  if (approvalId) {
    const of = { kind: "batch", id: batchId, label: name } as const;
    await askForApproval(ctx, { id: approvalId, miniProgramId, of, limitedCount, reason });
  } else {
    await scheduleRun(ctx, batchId, { afterSeconds: 0 });
  }
  await ctx.runtime.queue.enqueue(ctx.tx, "codes.sort-search-index", {});
  const skippedCount = rowCount - codeCount;
  await appendEntry(ctx, {
    action: "batch.planned",
    target: { kind: "batch", id: batchId, label: name },
    details: { kind, rowCount, codeCount, skippedCount, limitedCount, reason },
  });
  return { batchId, status, isSameRequest: false };
}
