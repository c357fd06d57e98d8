import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { examineRows } from "@/lib/batches/examine-rows";
import type { ExaminedRows } from "@/lib/batches/examine-rows";
import { insertCodes, OvertakenError } from "@/lib/batches/insert-codes";
import { insertSkips } from "@/lib/batches/insert-skips";
import { priceRows } from "@/lib/batches/price-rows";
import { scheduleRun } from "@/lib/batches/schedule-run";
import { PILOT_ROWS, PlanBatchInput } from "@/lib/batches/schema";
import type { BatchPrice, PlanBatchResult } from "@/lib/batches/schema";
import { askForApproval } from "@/lib/codes/ask-for-approval";
import type { Context } from "@/lib/core/context";
import { DomainError, InvalidInputError } from "@/lib/core/errors";
import { brokenConstraint } from "@/lib/db/constraint-errors";
import { withTransaction } from "@/lib/db/transaction";
import type { TransactionContext } from "@/lib/db/transaction";
import { reserveQuota } from "@/lib/quota/reserve-quota";

type Parsed = z.output<typeof PlanBatchInput>;

/** 100,000 codes with all their indexes take a while, and more on a busy machine. */
const TRANSACTION_MS = 300_000;
const MOST_TRIES = 3;

/**
 * Makes a batch of all rows that are new, in one transaction: scenes, codes, one reservation, what was
 * left out, the log entry and the job that runs it. The same filled-in form sent twice gives one
 * batch. Throws `invalid_input` (bad rows that shall not be left out, nothing new), `conflict` and
 * `quota_exhausted`, all before anything is sent.
 */
export async function planBatch(ctx: Context, input: PlanBatchInput): Promise<PlanBatchResult> {
  authorize(ctx, "codes:mint");
  const parsed = PlanBatchInput.parse(input);
  for (let tries = 1; ; tries += 1) {
    const existing = await findSameRequest(ctx, parsed.requestKey);
    if (existing) return existing;
    const examined = await examineRows(ctx, parsed);
    const price = priceRows(examined, parsed.kind);
    requirePlannable(parsed, examined, price);
    try {
      return await inLongTransaction(ctx, (tctx) => writeBatch(tctx, parsed, examined, price));
    } catch (error) {
      const wasOvertaken =
        error instanceof OvertakenError || brokenConstraint(error) === "batches_request_key_key";
      if (!wasOvertaken || tries === MOST_TRIES) throw error;
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

function requirePlannable(input: Parsed, { news, bad }: ExaminedRows, price: BatchPrice): void {
  const [firstBad] = bad;
  if (firstBad && !input.leaveOutBad) {
    throw new InvalidInputError("batchBadRows", "rows", { count: bad.length, row: firstBad.row });
  }
  if (news.length === 0) throw new InvalidInputError("batchNothingNew", "rows");
  if (price.isAffordable) return;
  const { lifetimeLimit: limit, left, limitedCount: wanted } = price;
  throw new DomainError("quota_exhausted", "quotaExhausted", { limit, left, wanted });
}

async function inLongTransaction<Result>(
  ctx: Context,
  work: (tctx: TransactionContext) => Promise<Result>,
): Promise<Result> {
  if (ctx.tx) return withTransaction(ctx, work);
  return ctx.runtime.db.$transaction((tx) => work({ ...ctx, tx }), {
    maxWait: 10_000,
    timeout: TRANSACTION_MS,
  });
}

async function writeBatch(
  ctx: TransactionContext,
  input: Parsed,
  examined: ExaminedRows,
  { limitedCount, needsApproval }: BatchPrice,
): Promise<PlanBatchResult> {
  const batchId = uuidv7();
  const { name, kind, miniProgramId, campaignId } = input;
  const reason = input.kind === "WXACODE_UNLIMITED" ? "" : input.reason;
  const status = needsApproval ? "awaiting_approval" : "running";
  const pilotRow = examined.news[PILOT_ROWS - 1]?.row ?? null;
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
      rowCount: input.rows.length,
      requestKey: input.requestKey,
      createdById: ctx.actor.id,
      createdBy: ctx.actor.name,
      createdAt: ctx.now(),
      startedAt: needsApproval ? null : ctx.now(),
      pilotUntilRow: input.pilot ? pilotRow : null,
    },
  });
  await insertCodes(ctx, batchId, input, examined.news);
  await insertSkips(ctx, batchId, examined);
  if (limitedCount > 0) {
    await reserveQuota(ctx, { miniProgramId, batchId, campaignId, reason, count: limitedCount });
  }
  if (approvalId) {
    const of = { kind: "batch", id: batchId, label: name } as const;
    await askForApproval(ctx, { id: approvalId, miniProgramId, of, limitedCount, reason });
  } else {
    await scheduleRun(ctx, batchId, { afterSeconds: 0 });
  }
  const codeCount = examined.news.length;
  const rowCount = input.rows.length;
  await appendEntry(ctx, {
    action: "batch.planned",
    target: { kind: "batch", id: batchId, label: name },
    details: {
      kind,
      rowCount,
      codeCount,
      skippedCount: rowCount - codeCount,
      limitedCount,
      reason,
    },
  });
  return { batchId, status, isSameRequest: false };
}
