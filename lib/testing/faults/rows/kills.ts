import pLimit from "p-limit";
import { expect } from "vitest";
import { POINTS } from "@/lib/testing/faults/failpoints";
import type { Failpoint, Point } from "@/lib/testing/faults/failpoints";
import { eventually, RESUMES_WITHIN_MS } from "@/lib/testing/faults/eventually";
import { FLAVOURS, prepareBatch, submit } from "@/lib/testing/faults/fault-batch";
import type { FaultBatch } from "@/lib/testing/faults/fault-batch";
import type { FaultRow, RowRun } from "@/lib/testing/faults/fault-row";
import { checkInvariants } from "@/lib/testing/faults/invariants";
import type { DeskProcess } from "@/lib/testing/faults/worker-process";

const PLANNING: readonly Point[] = ["beforeReserve", "afterReserve"];
const MINTING = POINTS.filter((point) => !PLANNING.includes(point));
const LIMITED_IN_FLIGHT = 4;
const DIES_WITHIN_MS = 60_000;
const ALIVE = 3;

/** Kills the process that plans at both sides of its commit; the form sent again finds what is there. */
async function planThroughKills(run: RowRun, batch: FaultBatch): Promise<void> {
  const { arena } = run;
  const userId = arena.operator.actor.id;
  const args = [JSON.stringify({ userId, input: batch.input })];
  for (const [madeCount, point] of PLANNING.entries()) {
    const order = { failpoints: [{ point, nth: 1, act: "kill" } as const] };
    const child = await arena.start("lib/testing/faults/plan-child.ts", args, order);
    child.tell("go");
    expect(await child.ended).toBe("SIGKILL");
    const { miniProgramId } = batch;
    expect(await arena.runtime.db.batch.count({ where: { miniProgramId } })).toBe(madeCount);
    const planned = madeCount * batch.count;
    expect(await arena.runtime.db.code.count({ where: { miniProgramId } })).toBe(planned);
  }
  batch.batchId = await submit(arena.operator, batch.input);
  run.keep(batch);
}

/** One worker, alone with its batches, and the power goes. */
export async function cutPower(run: RowRun): Promise<FaultBatch[]> {
  const nth = run.random.whole(2, 4);
  const batches = [await run.plan()];
  const failpoints: Failpoint[] = [{ point: "afterOutcome", nth, act: "cut" }];
  await dies(run, "afterOutcome", await run.arena.startWorker({ failpoints }), batches);
  return batches;
}

/** Workers that die one after the other, each at its point, a few alive at a time; there is work for all. */
export async function killAt(run: RowRun, points: readonly Point[], batches: FaultBatch[]) {
  const limit = pLimit(ALIVE);
  const kill = async (point: Point) => {
    const failpoints: Failpoint[] = [{ point, nth: nthOf(run, point), act: "kill" }];
    await dies(run, point, await run.arena.startWorker({ failpoints }), batches);
  };
  await Promise.all(points.map((point) => limit(() => kill(point))));
  return points.length;
}

/** Many codes are begun and ended together, so those points are come to less often. */
function nthOf({ random }: RowRun, point: Point): number {
  return /Sent|Outcome/.test(point) ? 1 : random.whole(1, 4);
}

async function dies(run: RowRun, point: Point, worker: DeskProcess, batches: FaultBatch[]) {
  const where = { status: "running" as const, id: { in: batches.map(({ batchId }) => batchId) } };
  const isGone = async () => {
    if (worker.hasEnded()) return true;
    // Those that died before may have left it nothing to do.
    const isIdle = (await run.arena.runtime.db.batch.count({ where })) === 0;
    if (isIdle) {
      const more = await run.plan();
      batches.push(more);
      where.id.in.push(more.batchId);
    }
    return false;
  };
  await eventually(`a worker dies at ${point}`, isGone, DIES_WITHIN_MS);
  expect(await worker.ended, point).toBe("SIGKILL");
}

/** The whole of row 1. */
async function killEverywhere(run: RowRun): Promise<void> {
  const { arena } = run;
  const prepared = await Promise.all(
    FLAVOURS.map((flavour) => prepareBatch(arena, { flavour, count: run.count * 2 })),
  );
  const [first, ...others] = prepared;
  if (!first) return;
  const cut = await cutPower(run);
  await planThroughKills(run, first);
  for (const batch of others) {
    batch.batchId = await submit(arena.operator, batch.input);
    run.keep(batch);
  }
  const batches = [...cut, ...prepared];
  const killCount = await killAt(run, MINTING, batches);
  await Promise.all([arena.startWorker(), arena.startWorker()]);
  await Promise.all(batches.map((batch) => batch.resumed()));
  for (const batch of batches) {
    const { counts } = await batch.stands("done");
    if (!batch.isLimited) continue;
    expect(counts.unknown).toBeLessThanOrEqual(LIMITED_IN_FLIGHT * killCount);
    const where = { batchId: batch.batchId, attemptCount: { gt: 1 } };
    expect(await arena.runtime.db.code.count({ where }), "sent again by itself").toBe(0);
  }
}

/** Commits what it learnt long after its rows were given to another: it must end nobody else's attempt. */
export async function wakeZombie(run: RowRun): Promise<void> {
  const { arena } = run;
  const { state } = arena.sandbox;
  const answerAfter = (ms: number) =>
    state.configure({ latency: { getwxacodeunlimit: { kind: "fixed", ms } } });
  answerAfter(1_500);
  const failpoints: Failpoint[] = [{ point: "body", nth: 1, act: "stop" }];
  const zombie = await arena.startWorker({ failpoints });
  // One row, so that nobody is stopped with a transaction open.
  const batch = await run.plan({ flavour: "B", count: 1 });
  batch.addFault({ fault: { kind: "errcode", errcode: 40097 } });
  await eventually("a worker is stopped", () => zombie.isStopped(), DIES_WITHIN_MS);
  // Now WeChat would make the codes; the one that sleeps was told that it does not.
  batch.clearFaults();
  answerAfter(3_000);
  const healthy = await arena.startWorker();
  await batch.called(2 * batch.count);
  zombie.signal("SIGCONT");
  await batch.stands("done");
  for (const worker of [zombie, healthy]) {
    worker.signal("SIGTERM");
    await worker.ended;
  }
  await checkInvariants(arena, batch);
  const { counts } = await batch.read();
  expect(counts).toMatchObject({ minted: batch.count, refused: 0 });
}

/** A worker sleeps past its lease and wakes up with answers in its hands. */
async function stopAndContinue(run: RowRun): Promise<void> {
  const { arena, random } = run;
  arena.sandbox.state.configure({ latency: { "*": { kind: "uniform", minMs: 100, maxMs: 600 } } });
  const sleeper = await arena.startWorker();
  const batch = await run.plan({ count: run.count * 2 });
  await batch.called(random.whole(3, run.count));
  sleeper.signal("SIGSTOP");
  await arena.startWorker();
  await batch.resumed();
  const where = { batchId: batch.batchId, status: "sent" as const };
  const isSettled = async () => (await arena.runtime.db.code.count({ where })) === 0;
  await eventually("what it had sent is settled", isSettled, 4 * RESUMES_WITHIN_MS);
  sleeper.signal("SIGCONT");
  await batch.stands("done");
  // It may still have a late answer in its hands, and must be able to bring it in.
  sleeper.signal("SIGTERM");
  await sleeper.ended;
  if (!batch.isLimited) return;
  const again = { batchId: batch.batchId, attemptCount: { gt: 1 } };
  expect(await arena.runtime.db.code.count({ where: again })).toBe(0);
}

export const KILL_ROWS: FaultRow[] = [
  {
    number: 1,
    title: "kill -9 at every point of planning and minting, and a power cut",
    place: "own",
    arena: { timeoutMs: 3_000 },
    run: killEverywhere,
  },
  {
    number: 2,
    title: "a worker is stopped past its lease and goes on later",
    place: "own",
    arena: { timeoutMs: 8_000 },
    run: (run) => (run.flavour === "B" ? wakeZombie(run) : stopAndContinue(run)),
  },
  {
    number: 20,
    title: "three workers, and jobs of an older and a newer version",
    place: "own",
    arena: { timeoutMs: 6_000 },
    async run(run) {
      const { arena } = run;
      await Promise.all([1, 2, 3].map(() => arena.startWorker()));
      const batch = await run.plan({ count: run.count * 2 });
      const { batchId } = batch;
      const { runToken } = await arena.runtime.db.batch.findUniqueOrThrow({
        where: { id: batchId },
      });
      for (const data of [{ batchId }, { batchId, runToken, version: 99 }, {}]) {
        await arena.runtime.db.$executeRaw`
          INSERT INTO pgboss.job (name, data) VALUES ('batches.run', ${JSON.stringify(data)}::jsonb)`;
      }
      const { counts } = await batch.stands("done");
      expect(counts.minted).toBe(batch.count);
      expect(batch.calls()).toHaveLength(batch.count);
      const ends = { targetId: batchId, action: "batch.finished" };
      expect(await arena.runtime.db.auditEntry.count({ where: ends })).toBe(1);
    },
  },
  {
    number: 25,
    title: "SIGTERM, as a deployment sends it: what flies lands, nothing starts, another goes on",
    place: "own",
    arena: { timeoutMs: 6_000 },
    async run(run) {
      const { arena, random } = run;
      arena.sandbox.state.configure({
        latency: { "*": { kind: "uniform", minMs: 100, maxMs: 900 } },
      });
      const first = await arena.startWorker();
      const batch = await run.plan({ count: run.flavour === "B" ? 150 : run.count });
      await batch.called(random.whole(3, run.count / 2));
      first.signal("SIGTERM");
      const toldAt = Date.now();
      expect(await first.ended).toBe(0);
      expect(batch.calls().filter(({ at }) => Date.parse(at) > toldAt + 500)).toEqual([]);
      const { counts } = await batch.read();
      expect(counts).toMatchObject({ sent: 0, unknown: 0, minted: batch.calls().length });
      await arena.startWorker();
      await batch.resumed();
      expect((await batch.stands("done")).counts.minted).toBe(batch.count);
    },
  },
];
