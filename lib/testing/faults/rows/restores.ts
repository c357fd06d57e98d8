import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { bookDrift } from "@/lib/quota/book-drift";
import { copyDatabase } from "@/lib/testing/faults/copy-database";
import { prepareBatch, submit } from "@/lib/testing/faults/fault-batch";
import type { FaultRow } from "@/lib/testing/faults/fault-row";

const MOST_PLANNING_MS = 400;

export const RESTORE_ROWS: FaultRow[] = [
  {
    number: 23,
    title: "the process that plans dies at any moment: a whole batch or none",
    place: "answers",
    async run(run) {
      const { arena, random } = run;
      const { db } = arena.runtime;
      const batch = await prepareBatch(arena, run);
      const args = [JSON.stringify({ userId: arena.operator.actor.id, input: batch.input })];
      const child = await arena.start("lib/testing/faults/plan-child.ts", args);
      child.tell("go");
      await sleep(random.whole(0, MOST_PLANNING_MS));
      child.signal("SIGKILL");
      await child.ended;
      const { miniProgramId } = batch;
      const made = await db.batch.count({ where: { miniProgramId } });
      expect(await db.code.count({ where: { miniProgramId } })).toBe(made * run.count);
      expect(await db.scene.count({ where: { miniProgramId } })).toBe(
        batch.isLimited ? 0 : made * run.count,
      );
      batch.batchId = await submit(arena.operator, batch.input);
      run.keep(batch);
      expect((await batch.stands("done")).counts.minted).toBe(run.count);
      expect(await db.batch.count({ where: { miniProgramId } })).toBe(1);
    },
  },
  {
    number: 24,
    title: "the database comes back an hour old: the ledger sees that it is behind",
    place: "own",
    arena: { timeoutMs: 6_000 },
    async run(run) {
      const { arena } = run;
      const url = arena.runtime.env.DATABASE_URL;
      const work = async (count: number, of?: Awaited<ReturnType<typeof prepareBatch>>) => {
        const worker = await arena.startWorker();
        const batch = await prepareBatch(arena, { flavour: "A", count, of });
        batch.batchId = await submit(arena.operator, batch.input);
        expect((await batch.stands("done")).counts.minted).toBe(count);
        worker.signal("SIGTERM");
        await worker.ended;
        return batch;
      };
      const before = await work(run.random.whole(3, 8));
      const dump = await copyDatabase(url, `dump_${before.prefix}`);
      const lostCount = run.random.whole(2, 9);
      await work(lostCount, before);
      await copyDatabase(dump, new URL(url).pathname.slice(1));
      const after = await work(run.random.whole(2, 6), before);
      const { miniProgramId } = after;
      const counter = () =>
        arena.runtime.db.quotaCounter.findUniqueOrThrow({ where: { miniProgramId } });
      const { drift } = await counter();
      expect(drift).toBe(lostCount);
      await bookDrift(arena.admin, {
        miniProgramId,
        expectedDrift: drift,
        reason: "restored from a dump",
      });
      run.keep(before);
      run.keep(after);
    },
  },
];
