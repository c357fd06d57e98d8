import { setTimeout as sleep } from "node:timers/promises";
import type { ActorsAttempt, FinishedAttempt, SettledCode } from "@/lib/codes/finished-attempt";
import { interruptedOutcome } from "@/lib/codes/mint-outcome";
import { settleAttempts } from "@/lib/codes/settle-attempts";
import { spoolAttempt } from "@/lib/codes/spool-attempt";
import type { Context } from "@/lib/core/context";
import { isDatabaseTrouble } from "@/lib/db/is-database-trouble";
import { log } from "@/lib/log";
import type { Runtime } from "@/lib/runtime";

const MOST_AT_ONCE = 40;
/** Rows of a batch come by the dozen, and nobody looks at each. */
const GATHER_MS = 100;
/** A result that is not committed by then is kept on disk meanwhile. */
const SPOOL_AFTER_MS = 500;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 2_000;

interface Waiting extends ActorsAttempt {
  resolve: (settled: SettledCode) => void;
  reject: (error: unknown) => void;
}

/** By process and mini program. */
const queuesOf = new WeakMap<Runtime, Map<string, Waiting[]>>();

/**
 * Commits the end of an attempt. Those that end while another commit of their mini program is under way
 * go together in the next one, and those that may wait are waited for a moment: the end of the log and the quota's counter are locked once for all of
 * them. While the database is away the result lies on disk, and is tried again until it is in.
 */
export async function settleSoon(
  ctx: Context,
  { miniProgramId, mayWait }: { miniProgramId: string; mayWait: boolean },
  attempt: FinishedAttempt,
): Promise<SettledCode> {
  const queues = queuesOf.get(ctx.runtime) ?? new Map<string, Waiting[]>();
  queuesOf.set(ctx.runtime, queues);
  return new Promise((resolve, reject) => {
    const waiting = { ctx, attempt, resolve, reject };
    const queue = queues.get(miniProgramId);
    if (queue) queue.push(waiting);
    else void commitAll(queues, miniProgramId, waiting, mayWait ? GATHER_MS : 0);
  });
}

/** Never rejects: each attempt hears of its own end. */
async function commitAll(
  queues: Map<string, Waiting[]>,
  miniProgramId: string,
  first: Waiting,
  gatherMs: number,
): Promise<void> {
  const queue = [first];
  queues.set(miniProgramId, queue);
  while (queue.length > 0) {
    if (gatherMs > 0) await sleep(gatherMs);
    const group = queue.splice(0, MOST_AT_ONCE);
    const spooling = spoolLater(group);
    await commitOrSplit(group);
    await spooling.clear();
  }
  queues.delete(miniProgramId);
}

async function commitOrSplit(group: Waiting[]): Promise<void> {
  try {
    await commit(group);
  } catch (error) {
    const [only, ...others] = group;
    // One that breaks a rule must not take the others with it.
    if (others.length > 0) for (const waiting of group) await commitOrSplit([waiting]);
    else if (only) await giveUp(only, error);
  }
}

async function commit(group: readonly Waiting[]): Promise<void> {
  const [first] = group;
  if (!first) return;
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(LONGEST_WAIT_MS, 2 * waitMs)) {
    try {
      const settled = await settleAttempts(first.ctx, group);
      for (const [at, code] of settled.entries()) group[at]?.resolve(code);
      return;
    } catch (error) {
      if (!isDatabaseTrouble(error)) throw error;
      log.warn({ err: error, count: group.length }, "results wait for the database");
      await sleep(waitMs);
    }
  }
}

/** The code must not stay `sent` in the name of a process that has done with it. */
async function giveUp({ ctx, attempt, reject }: Waiting, error: unknown): Promise<void> {
  const unknown = { ...attempt, outcome: interruptedOutcome(true) };
  await settleAttempts(ctx, [{ ctx, attempt: unknown }]).catch((second: unknown) =>
    log.error({ err: second, codeId: attempt.codeId }, "the end of an attempt was not written"),
  );
  reject(error);
}

/** Keeps results on disk once their commit takes too long, until it is done. */
function spoolLater(group: readonly ActorsAttempt[]): { clear(): Promise<void> } {
  let spooled: Promise<unknown> | null = null;
  const timer = setTimeout(() => {
    spooled = Promise.all(group.map(spoolAttempt));
  }, SPOOL_AFTER_MS);
  return {
    async clear() {
      clearTimeout(timer);
      if (!spooled) return;
      await spooled;
      await Promise.all(group.map(unspool));
    },
  };
}

/** What stays behind by mistake is found settled by the next who looks. */
async function unspool({ ctx, attempt }: ActorsAttempt): Promise<void> {
  await ctx.runtime.spool.remove(attempt.attemptToken).catch(() => undefined);
}
