import { setTimeout as sleep } from "node:timers/promises";
import { claimRows, dropClaims } from "@/lib/batches/claim-rows";
import { findHold } from "@/lib/batches/find-hold";
import { judgeAttempt, Suspicion } from "@/lib/batches/judge-attempt";
import type { AttemptedCode } from "@/lib/batches/judge-attempt";
import { stopBatch } from "@/lib/batches/stop-batch";
import type { StopCause } from "@/lib/batches/stop-batch";
import { isStopping } from "@/lib/batches/stop-runs";
import { attemptMint } from "@/lib/codes/attempt-mint";
import { isLimited } from "@/lib/codes/code-parameters";
import { lowerPace, takeSends } from "@/lib/codes/send-pace";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { Batch } from "@/lib/db/generated/client";

/** A quarter of a second at the steady pace. */
const SLICE_ROWS = 20;
/** 83 a second at 400 ms are 33 under way; a limited code that ends unknown costs, so few at once. */
const IN_FLIGHT = 40;
const LIMITED_IN_FLIGHT = 4;
const SEEN_EVERY_MS = 1_000;

/**
 * `finished`: nothing is left to be claimed. `waiting`: the batch is paused, or everyone waits for a
 * minute to pass. `handedOn`: time is up with rows left.
 */
export type RunEnd = "finished" | "waiting" | "handedOn";

interface Run {
  ctx: Context;
  batch: Batch;
  inFlight: Set<Promise<void>>;
  suspicion: Suspicion;
  cause: StopCause | null;
  isHeld: boolean;
  error: unknown;
}

/**
 * Mints queued rows of a batch at the pace all processes share, a bounded number at once, until none
 * is left, the batch is paused or the time is up. Several may work on one batch.
 */
export async function mintRows(
  ctx: Context,
  batchId: string,
  { forMs }: { forMs: number },
): Promise<RunEnd> {
  const deadline = performance.now() + forMs;
  const batch = await ctx.runtime.db.batch.findUniqueOrThrow({ where: { id: batchId } });
  const suspicion = new Suspicion();
  const run: Run = {
    ctx,
    batch,
    suspicion,
    inFlight: new Set(),
    cause: null,
    isHeld: false,
    error: null,
  };
  let beat = Promise.resolve();
  const heartbeat = setInterval(() => {
    beat = seen(run, true);
  }, SEEN_EVERY_MS);
  try {
    const end = await sendSlices(run, deadline);
    await Promise.all(run.inFlight);
    if (run.error) throw run.error;
    if (run.cause) await stopBatch(ctx, batchId, run.cause);
    return run.cause || run.isHeld ? "waiting" : end;
  } finally {
    clearInterval(heartbeat);
    await beat;
    await seen(run, false);
  }
}

async function sendSlices(run: Run, deadline: number): Promise<RunEnd> {
  const { ctx, batch } = run;
  const { db } = ctx.runtime;
  for (;;) {
    if (isOver(run)) return "waiting";
    if (performance.now() >= deadline || isStopping(ctx.runtime)) return "handedOn";
    const hold = await findHold(ctx, batch);
    if (hold === "minute") return "waiting";
    if (hold) {
      run.cause ??= hold;
      return "waiting";
    }
    await freeSlot(run);
    const ids = await claimRows(db, batch.id, roomOf(run));
    if (ids.length === 0) return "finished";
    await sendSlice(run, ids);
  }
}

async function sendSlice(run: Run, ids: readonly string[]): Promise<void> {
  const { ctx, batch } = run;
  const { db } = ctx.runtime;
  const askedAt = performance.now();
  const { waitMs, spacingMs } = await takeSends(db, batch.miniProgramId, ids.length);
  for (const [index, id] of ids.entries()) {
    await sleep(Math.max(0, askedAt + waitMs + index * spacingMs - performance.now()));
    if (isOver(run) || isStopping(ctx.runtime)) return dropClaims(db, ids.slice(index));
    const attempt: Promise<void> = attemptRow(run, id).finally(() => run.inFlight.delete(attempt));
    run.inFlight.add(attempt);
  }
}

/** Never rejects: what goes wrong is kept in the run and ends it. */
async function attemptRow(run: Run, codeId: string): Promise<void> {
  const { ctx, suspicion, batch } = run;
  const { db } = ctx.runtime;
  try {
    await attemptMint(ctx, codeId);
    const code = await db.code.findUniqueOrThrow({ where: { id: codeId } });
    if (code.status === "minted") suspicion.clear();
    if (code.status === "queued") await dropClaims(db, [codeId]);
    const verdict = judgeAttempt(code);
    if (verdict === "wait") {
      run.isHeld = true;
      if (code.failureErrcode !== null) await lowerPace(db, batch.miniProgramId);
    }
    const isOneTooMany = verdict === "suspicious" && suspicion.add(code);
    if (verdict === "stop" || isOneTooMany) run.cause ??= await causeOf(run, code);
    if (verdict === "stopStorage") run.cause ??= { why: "storage", reason: "storageBroken" };
  } catch (error) {
    if (error instanceof DomainError && error.code === "storage_unavailable") {
      run.cause ??= { why: "storage", reason: error.reason };
    } else if (error instanceof DomainError && error.code === "wechat_unreachable") {
      run.cause ??= { why: "wechat", failure: null };
    } else {
      run.error ??= error;
    }
  }
}

/** A row that was held back by a pause tells less than the refusal that began it. */
async function causeOf({ ctx, batch }: Run, code: AttemptedCode): Promise<StopCause> {
  const hold = code.failureWhy === "not_sent:paused" ? await findHold(ctx, batch) : null;
  return hold && hold !== "minute" ? hold : { why: "wechat", failure: code };
}

function isOver({ cause, isHeld, error }: Run): boolean {
  return cause !== null || isHeld || error !== null;
}

function roomOf({ batch, inFlight }: Run): number {
  const most = isLimited(batch.kind) ? LIMITED_IN_FLIGHT : IN_FLIGHT;
  return Math.min(SLICE_ROWS, most - inFlight.size);
}

async function freeSlot(run: Run): Promise<void> {
  while (roomOf(run) <= 0) await Promise.race(run.inFlight);
}

/** Says that somebody is at work, or no longer; a missed beat is no reason to end. */
async function seen({ ctx, batch }: Run, isAtWork: boolean): Promise<void> {
  try {
    await ctx.runtime.db.$executeRaw`
      UPDATE batches SET run_seen_at = CASE WHEN ${isAtWork} THEN clock_timestamp() END
      WHERE id = ${batch.id}::uuid`;
  } catch {
    // The next beat tries again; without the database the run ends by itself.
  }
}
