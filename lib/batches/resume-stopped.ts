import { continueBatch } from "@/lib/batches/continue-batch";
import { endsByItself } from "@/lib/batches/ends-by-itself";
import { findHold } from "@/lib/batches/find-hold";
import { lockBatch } from "@/lib/batches/lock-batch";
import { ROOM_NEEDED_BYTES } from "@/lib/codes/attempt-mint";
import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";
import type { Batch, MiniProgram } from "@/lib/db/generated/client";
import { withTransaction } from "@/lib/db/transaction";
import { log } from "@/lib/log";
import { canReachWechat } from "@/lib/mini-programs/can-reach-wechat";
import { PROBE_KEY } from "@/lib/storage/object-keys";

/** A fault that comes and goes must not make a batch flicker: the wait grows with each time its rows failed. */
const LEAST_PAUSE_SECONDS = 3;
const GROWTH = 4;
const LONGEST_PAUSE_SECONDS = 600;
const TOKEN_FAILURES = ["not_sent:token_server", "not_sent:no_token"];

type StoppedBatch = Batch & { miniProgram: MiniProgram };

/**
 * Lets batches go on that stopped for something that ends by itself, once it has: the network, storage, a day's
 * limit whose day is over. Whatever a person decides about, and every other refusal, waits for a
 * person. Nothing is written down until a batch goes on.
 */
export async function resumeStopped(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== "job") throw new ForbiddenError("codes:mint");
  const stopped = await listStopped(ctx);
  const isStored = once(() => takesPictures(ctx));
  const reached = new Map<string, Promise<boolean>>();
  const isReached = ({ miniProgram, pauseFailure }: StoppedBatch) => {
    const withToken = TOKEN_FAILURES.includes(pauseFailure ?? "");
    const key = `${miniProgram.id} ${withToken}`;
    const probe = reached.get(key) ?? canReachWechat(ctx.runtime, miniProgram, { withToken });
    reached.set(key, probe);
    return probe;
  };
  for (const batch of stopped) {
    const isOver = batch.pauseWhy === "storage" ? await isStored() : await isReached(batch);
    if (isOver && !(await isHeld(ctx, batch))) await resume(ctx, batch);
  }
}

async function listStopped({ runtime: { db } }: Context): Promise<StoppedBatch[]> {
  const stopped = await db.$queryRaw<{ id: string; isAnotherDay: boolean }[]>`
    SELECT id, (paused_at AT TIME ZONE 'Asia/Shanghai')::date
      < (clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::date AS "isAnotherDay"
    FROM batches WHERE status = 'paused' AND pause_why IN ('storage', 'wechat')
      AND paused_at < clock_timestamp() - make_interval(secs => least(${LONGEST_PAUSE_SECONDS}::float,
        ${LEAST_PAUSE_SECONDS}::float * power(${GROWTH}::float, greatest(0, (SELECT max(attempt_count) - 1 FROM codes
          WHERE codes.batch_id = batches.id AND codes.status IN ('refused', 'unknown'))))))`;
  const isAnotherDay = new Map(stopped.map((batch) => [batch.id, batch.isAnotherDay]));
  const batches = await db.batch.findMany({
    where: { id: { in: [...isAnotherDay.keys()] } },
    include: { miniProgram: true },
  });
  return batches.filter((batch) => {
    const end = endsByItself(batch);
    return end === "fault" || (end === "day" && isAnotherDay.get(batch.id) === true);
  });
}

/** Room, and a tiny picture's worth of proof. */
async function takesPictures({ runtime: { store } }: Context): Promise<boolean> {
  try {
    await store.ensureRoom(ROOM_NEEDED_BYTES);
    await store.put(PROBE_KEY, Buffer.from("probe"));
    return true;
  } catch {
    return false;
  }
}

async function isHeld(ctx: Context, batch: StoppedBatch): Promise<boolean> {
  const hold = await findHold(ctx, { miniProgram: batch.miniProgram, batch });
  return hold !== null && hold !== "minute";
}

async function resume(ctx: Context, { id, pausedAt }: StoppedBatch): Promise<void> {
  try {
    await withTransaction(ctx, async (tctx) => {
      const batch = await lockBatch(tctx, id);
      // Somebody else was faster, or a person paused it meanwhile.
      if (batch.status !== "paused" || batch.pausedAt?.getTime() !== pausedAt?.getTime()) return;
      await continueBatch(tctx, batch);
    });
  } catch (error) {
    log.warn({ err: error, batchId: id }, "a batch could not go on by itself");
  }
}

function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | undefined;
  return () => (result ??= work());
}
