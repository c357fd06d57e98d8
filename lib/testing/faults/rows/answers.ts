import { expect } from "vitest";
import type { FaultRow, RowRun } from "@/lib/testing/faults/fault-row";
import type { FaultBatch } from "@/lib/testing/faults/fault-batch";

/** Calls that met a fault, however the sandbox calls it. */
const hitsOf = (batch: FaultBatch) => batch.calls().filter(({ fault }) => fault !== null).length;

/** What every code cost in calls, by its scene or path. */
function mostCallsPerCode(batch: FaultBatch): number {
  const calls = Map.groupBy(batch.calls(), ({ body }) => JSON.stringify(body));
  return Math.max(...[...calls.values()].map(({ length }) => length));
}

/** An answer that was lost: A is asked for again only where that is switched on, B with its same scene. */
async function expectLostAnswers(batch: FaultBatch): Promise<void> {
  const { counts, failures } = await batch.stands("done");
  const hits = hitsOf(batch);
  expect(counts.refused).toBe(0);
  expect(counts.minted + counts.unknown).toBe(batch.count);
  expect(mostCallsPerCode(batch)).toBeLessThanOrEqual({ B: 3, A: 2, "A once": 1 }[batch.flavour]);
  if (batch.flavour !== "A once") return;
  // More of them when this machine is too busy to answer itself in time.
  expect(counts.unknown).toBeGreaterThanOrEqual(hits);
  const listed = failures.filter(({ status }) => status === "unknown");
  expect(listed.reduce((sum, group) => sum + group.count, 0)).toBe(counts.unknown);
}

/** Few enough that they are not taken for something that hits every row. */
const few = ({ random, count }: RowRun) =>
  random.some(random.whole(2, 5), 1, Math.floor(count / 2));

export const ANSWER_ROWS: FaultRow[] = [
  {
    number: 4,
    title: "WeChat counts, then never answers",
    place: "answers",
    async run(run) {
      const batch = await run.plan();
      batch.addFaults(few(run), "hang");
      await expectLostAnswers(batch);
    },
  },
  {
    number: 5,
    title: "500 before or after counting: the same outcome, for nobody can know",
    place: "answers",
    async run(run) {
      const batch = await run.plan();
      batch.addFaults(few(run), "http_500", run.random.pick(["before", "after"]));
      await expectLostAnswers(batch);
    },
  },
  {
    number: 6,
    title: "a page of HTML in a picture's place",
    place: "answers",
    async run(run) {
      const batch = await run.plan();
      batch.addFaults(
        few(run),
        run.random.pick(["html", "empty"]),
        run.random.pick(["before", "after"]),
      );
      await expectLostAnswers(batch);
    },
  },
  {
    number: 7,
    title: "a picture cut short, with and without its length saying so",
    place: "answers",
    async run(run) {
      const batch = await run.plan();
      batch.addFaults(few(run), run.random.pick(["truncated_jpeg", "truncated_body"]));
      await expectLostAnswers(batch);
    },
  },
  {
    number: 8,
    title: "a picture under a wrong content type is one, an error under image/jpeg is none",
    place: "answers",
    async run(run) {
      const contentType = run.random.pick(["text/plain", "application/octet-stream"]);
      const relabelled = await run.plan();
      run.arena.wire.add({
        match: relabelled.prefix,
        times: run.count,
        does: { kind: "relabel", contentType },
      });
      const labelled = await run.plan();
      const nths = few(run);
      labelled.addFaults(nths, { kind: "json_as_jpeg", errcode: 40097 });
      expect((await relabelled.stands("done")).counts.minted).toBe(run.count);
      const { counts, failures } = await labelled.stands("done");
      expect(counts).toMatchObject({ refused: hitsOf(labelled), unknown: 0 });
      expect(failures).toMatchObject([{ status: "refused", failure: { errcode: 40097 } }]);
    },
  },
  {
    number: 9,
    title: "an error in JSON with status 200 is told by its errcode and not asked again",
    place: "answers",
    async run(run) {
      const batch = await run.plan();
      const errcode = run.random.pick([40097, 85096, 40159]);
      batch.addFaults(few(run), { kind: "errcode", errcode });
      const { counts, failures } = await batch.stands("done");
      expect(counts).toMatchObject({ refused: hitsOf(batch), unknown: 0 });
      expect(failures).toMatchObject([{ status: "refused", failure: { errcode } }]);
      expect(failures[0]?.failure.words.zh.cause).not.toBe("");
      expect(mostCallsPerCode(batch)).toBe(1);
    },
  },
  {
    number: 10,
    title: "errcode -1 for a while",
    place: "answers",
    async run(run) {
      const batch = await run.plan();
      await batch.called(run.random.whole(1, 10));
      batch.addFault({ fault: { kind: "errcode", errcode: -1 }, times: run.random.whole(3, 9) });
      // An errcode says for sure that B took nothing, so it counts as refused.
      if (batch.isLimited) await expectLostAnswers(batch);
      else expect((await batch.stands("done")).counts.unknown).toBe(0);
      // One repeat for ten calls, and what a quiet time saved up, in each of two workers.
      const repeats = batch.calls().length - batch.count;
      if (batch.flavour === "B") expect(repeats).toBeLessThanOrEqual(2 * (10 + run.count / 10));
    },
  },
  {
    number: 15,
    title: "an answer that drips: the whole call has a deadline, and the others go on",
    place: "answers",
    async run(run) {
      const batch = await run.plan();
      const does = run.random.pick([
        { kind: "drip", bytes: 1, everyMs: 1_000 } as const,
        { kind: "drip", bytes: 1_024, everyMs: 100 } as const,
      ]);
      const rows = run.random.some(2, 1, run.count);
      for (const row of rows) {
        run.arena.wire.add({ match: `${batch.prefix}-${row}"`, times: 1, does });
      }
      const { counts } = await batch.stands("done");
      expect(counts.minted).toBeGreaterThanOrEqual(run.count - rows.length);
      expect(counts.refused).toBe(0);
    },
  },
  {
    number: 16,
    title:
      "the connection breaks: before the request arrives, behind it, within the answer, between two calls",
    place: "answers",
    async run(run) {
      const batch = await run.plan();
      batch.addFaults(few(run).slice(0, 2), "reset", run.random.pick(["before", "after"]));
      const { wire } = run.arena;
      const afterBytes = run.random.whole(1, 2_000);
      wire.add({ match: batch.prefix, times: 1, does: { kind: "swallow" } });
      wire.add({ match: batch.prefix, times: 2, does: { kind: "reset", afterBytes } });
      wire.add({ match: batch.prefix, times: 3, does: { kind: "closeAfter" } });
      const { counts } = await batch.stands("done");
      expect(counts.refused).toBe(0);
      expect(counts.minted + counts.unknown).toBe(run.count);
      expect(mostCallsPerCode(batch)).toBeLessThanOrEqual(
        { B: 3, A: 2, "A once": 1 }[batch.flavour],
      );
    },
  },
];
