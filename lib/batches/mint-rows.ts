import { setTimeout as sleep } from "node:timers/promises";
import { findHold } from "@/lib/batches/find-hold";
import { judgeAttempt, Suspicion } from "@/lib/batches/judge-attempt";
import type { AttemptedCode } from "@/lib/batches/judge-attempt";
import { startRows } from "@/lib/batches/start-rows";
import { stopBatch } from "@/lib/batches/stop-batch";
import type { StopCause } from "@/lib/batches/stop-batch";
import { tellSeen } from "@/lib/batches/tell-seen";
import { ROOM_NEEDED_BYTES } from "@/lib/codes/attempt-mint";
import { giveBack } from "@/lib/codes/give-back";
import { isLimited } from "@/lib/codes/code-parameters";
import { lowerPace, takeSends } from "@/lib/codes/send-pace";
import { sendStarted } from "@/lib/codes/send-started";
import type { StartedCode } from "@/lib/codes/start-attempt";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { Batch, MiniProgram } from "@/lib/db/generated/client";
import { wechatForMiniProgram } from "@/lib/mini-programs/wechat-for-mini-program";

/** A slice takes so long, that a run soon learns of a pause and of others who wait. */
const SLICE_MS = 400;
const MOST_SLICE_ROWS = 33;
/**
 * 83 a second at 400 ms are 33 under way, on a busy machine twice as many, and up to two slices wait for their time.
 * A limited code that ends unknown costs, so few at once.
 */
const IN_FLIGHT = 130;
const LIMITED_IN_FLIGHT = 4;
const LOOK_FOR_ROOM_MS = 50;
const SEEN_EVERY_MS = 500;
/** So long a run goes on though others wait for one. */
const LEAST_RUN_MS = 10_000;

/**
 * `finished`: nothing is left to be started. `waiting`: the batch is paused, or everyone waits for a
 * minute to pass. `handedOn`: rows are left, but time is up or others wait for their turn.
 */
export type RunEnd = "finished" | "waiting" | "handedOn";

/** Rows with their places in the pace, by this process's own clock. */
interface Slice {
  rows: StartedCode[];
  firstAt: number;
  spacingMs: number;
}

interface Run {
  ctx: Context;
  batch: Batch;
  miniProgram: MiniProgram;
  inFlight: Set<Promise<void>>;
  /** Started, and their time has not come. */
  waitingCount: number;
  /** From one row to the next, as it was last told. */
  spacingMs: number;
  suspicion: Suspicion;
  cause: StopCause | null;
  isHeld: boolean;
  /** Paused or cancelled meanwhile. */
  isStopped: boolean;
  error: unknown;
  /** When to hand on, by this process's own clock. */
  until: { atMost: number; ifOthersWait: number };
  doOthersWait: boolean;
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
  const run = await openRun(ctx, batchId, forMs);
  let beat = Promise.resolve();
  const heartbeat = setInterval(() => {
    beat = seen(run);
  }, SEEN_EVERY_MS);
  try {
    const end = await sendSlices(run);
    await Promise.all(run.inFlight);
    if (run.error) throw run.error;
    if (run.cause) await stopBatch(ctx, batchId, run.cause);
    return isOver(run) ? "waiting" : end;
  } finally {
    clearInterval(heartbeat);
    await beat;
    await tellSeen(ctx.runtime.db, batchId, false);
  }
}

async function openRun(ctx: Context, batchId: string, forMs: number): Promise<Run> {
  const { miniProgram, ...batch } = await ctx.runtime.db.batch.findUniqueOrThrow({
    where: { id: batchId },
    include: { miniProgram: true },
  });
  const now = performance.now();
  return {
    ctx,
    batch,
    miniProgram,
    inFlight: new Set(),
    waitingCount: 0,
    spacingMs: SLICE_MS,
    suspicion: new Suspicion(),
    cause: null,
    isHeld: false,
    isStopped: false,
    error: null,
    until: { atMost: now + forMs, ifOthersWait: now + LEAST_RUN_MS },
    doOthersWait: false,
  };
}

/** While one slice is being sent the next one is made ready, so that no time is lost between them. */
async function sendSlices(run: Run): Promise<RunEnd> {
  let next = nextSlice(run);
  for (;;) {
    const slice = await next;
    if (typeof slice === "string") return slice;
    next = nextSlice(run);
    await sendSlice(run, slice);
  }
}

/** Rows that are `sent` and booked, or why there are none. Never rejects. */
async function nextSlice(run: Run): Promise<Slice | RunEnd> {
  const { ctx, batch } = run;
  try {
    if (isOver(run)) return "waiting";
    if (isTimeUp(run) || ctx.runtime.minter.isStopping) return "handedOn";
    await lookAgain(run);
    const hold = await findHold(ctx, run);
    if (hold === "minute") return "waiting";
    if (hold) {
      run.cause ??= hold;
      return "waiting";
    }
    await freeSlot(run);
    const rows = await startRows(ctx, batch.id, roomOf(run));
    return rows.length === 0 ? "finished" : await book(run, rows);
  } catch (error) {
    keepError(run, error);
    return "waiting";
  }
}

async function book(run: Run, rows: StartedCode[]): Promise<Slice> {
  const { ctx, batch } = run;
  run.waitingCount += rows.length;
  try {
    const askedAt = performance.now();
    const { waitMs, spacingMs } = await takeSends(ctx.runtime.db, batch.miniProgramId, rows.length);
    run.spacingMs = spacingMs;
    return { rows, firstAt: askedAt + waitMs, spacingMs };
  } catch (error) {
    await giveBackRows(run, rows);
    throw error;
  }
}

/** How WeChat is called may have been changed, and what would stop every row is better known before any is `sent`. */
async function lookAgain(run: Run): Promise<void> {
  const { runtime } = run.ctx;
  const { miniProgramId: id } = run.batch;
  run.miniProgram = await runtime.db.miniProgram.findUniqueOrThrow({ where: { id } });
  wechatForMiniProgram(runtime, run.miniProgram);
  await runtime.store.ensureRoom(ROOM_NEEDED_BYTES);
}

async function sendSlice(run: Run, { rows, firstAt, spacingMs }: Slice): Promise<void> {
  for (const [index, code] of rows.entries()) {
    await sleep(Math.max(0, firstAt + index * spacingMs - performance.now()));
    if (isOver(run) || run.ctx.runtime.minter.isStopping) {
      return giveBackRows(run, rows.slice(index));
    }
    run.waitingCount -= 1;
    const attempt: Promise<void> = attemptRow(run, code).finally(() =>
      run.inFlight.delete(attempt),
    );
    run.inFlight.add(attempt);
  }
}

async function giveBackRows(run: Run, rows: readonly StartedCode[]): Promise<void> {
  run.waitingCount -= rows.length;
  const tokens = rows.map(({ attemptToken }) => attemptToken);
  const [first] = rows;
  if (first) await giveBack(run.ctx.runtime, first.minterId, tokens);
}

/** Never rejects: what goes wrong is kept in the run and ends it. */
async function attemptRow(run: Run, started: StartedCode): Promise<void> {
  const { ctx, suspicion, batch, miniProgram } = run;
  try {
    const code = await sendStarted(ctx, miniProgram, started, ({ status }) => {
      // At once: until it is committed dozens more would go out.
      if (status === "held") run.isHeld = true;
    });
    // Somebody else has it by now.
    if (!code.isInTime) return;
    if (code.status === "minted") suspicion.clear();
    const verdict = judgeAttempt(code);
    if (verdict === "wait") {
      run.isHeld = true;
      if (code.failureErrcode !== null) await lowerPace(ctx.runtime.db, batch.miniProgramId);
    }
    const isOneTooMany = verdict === "suspicious" && suspicion.add(code);
    if (verdict === "stop" || isOneTooMany) run.cause ??= await causeOf(run, code);
    if (verdict === "stopStorage") run.cause ??= { why: "storage", reason: "storageBroken" };
  } catch (error) {
    keepError(run, error);
  }
}

function keepError(run: Run, error: unknown): void {
  if (error instanceof DomainError && error.code === "storage_unavailable") {
    run.cause ??= { why: "storage", reason: error.reason };
  } else if (error instanceof DomainError && error.code === "wechat_unreachable") {
    run.cause ??= { why: "wechat", failure: null };
  } else {
    run.error ??= error;
  }
}

/** A row that was held back by a pause tells less than the refusal that began it. */
async function causeOf(run: Run, code: AttemptedCode): Promise<StopCause> {
  const hold = code.failureWhy === "not_sent:paused" ? await findHold(run.ctx, run) : null;
  return hold && hold !== "minute" ? hold : { why: "wechat", failure: code };
}

function isOver({ cause, isHeld, isStopped, error }: Run): boolean {
  return cause !== null || isHeld || isStopped || error !== null;
}

function isTimeUp({ until, doOthersWait }: Run): boolean {
  const now = performance.now();
  return now >= until.atMost || (doOthersWait && now >= until.ifOthersWait);
}

function roomOf({ batch, inFlight, waitingCount, spacingMs }: Run): number {
  const most = isLimited(batch.kind) ? LIMITED_IN_FLIGHT : IN_FLIGHT;
  const inTime = Math.max(1, Math.min(MOST_SLICE_ROWS, Math.round(SLICE_MS / spacingMs)));
  return Math.min(inTime, most - inFlight.size - waitingCount);
}

async function freeSlot(run: Run): Promise<void> {
  while (roomOf(run) <= 0) await Promise.race([...run.inFlight, sleep(LOOK_FOR_ROOM_MS)]);
}

async function seen(run: Run): Promise<void> {
  const told = await tellSeen(run.ctx.runtime.db, run.batch.id, true);
  if (!told) return;
  run.doOthersWait = told.doOthersWait;
  run.isStopped ||= !told.isRunning;
}
