import { expect } from "vitest";
import { cancelBatch } from "@/lib/batches/cancel-batch";
import { pauseBatch } from "@/lib/batches/pause-batch";
import { resumeBatch } from "@/lib/batches/resume-batch";
import { archiveMiniProgram } from "@/lib/mini-programs/archive-mini-program";
import { liftPauses } from "@/lib/mini-programs/lift-pauses";
import { eventually, RESUMES_WITHIN_MS } from "@/lib/testing/faults/eventually";
import { prepareBatch, submit } from "@/lib/testing/faults/fault-batch";
import type { FaultRow } from "@/lib/testing/faults/fault-row";
import { asPerson } from "@/lib/testing/test-runtime";

const SLOW = { fault: { kind: "slow", ms: 300 } } as const;
const MINUTE_MS = 60_000;
/**
 * A call that was on its way, and the one second that is allowed; a machine with dozens of processes under way takes
 * longer to hear of anything.
 */
const SOON_MS = 2_500;
const IN_FLIGHT = { B: 40, A: 4, "A once": 4 };

/** Rows where WeChat or a person says no to the whole batch, by calls the workers share. */
export const REFUSAL_ROWS: FaultRow[] = [
  {
    number: 11,
    title: "every token in flight is refused: one refresh, nothing lost",
    place: "answers",
    async run(run) {
      const batch = await run.plan();
      const { state } = run.arena.sandbox;
      await batch.called(run.random.whole(3, Math.floor(run.count / 2)));
      state.retireTokens(batch.appid, { how: run.random.pick(["expired", "invalid"]) });
      const { counts } = await batch.stands("done");
      expect(counts).toMatchObject({ minted: run.count, refused: 0, unknown: 0 });
      const tokens = run.arena.history.ofAccount(batch.appid, "stable_token");
      // The first token, a look whether somebody else has a new one, and at most one forced.
      expect(tokens.length).toBeLessThanOrEqual(3);
    },
  },
  {
    number: 12,
    title: "no token is to be had: the batch waits with its reason, and goes on by itself",
    place: "answers",
    async run(run) {
      const batch = await prepareBatch(run.arena, run);
      batch.addTokenFault({ fault: run.random.pick(["http_500", "hang", "reset"]) });
      batch.batchId = await submit(run.arena.operator, batch.input);
      run.keep(batch);
      const { pause } = await batch.stands("paused");
      expect(pause?.why).toBe("wechat");
      expect(pause?.failure?.words.en.fix).not.toBe("");
      expect(batch.calls()).toHaveLength(0);
      batch.clearFaults();
      await batch.resumed();
      expect((await batch.stands("done")).counts.unknown).toBe(0);
    },
  },
  {
    number: 13,
    title: "45009 to the end of the minute: all wait, then all come through",
    place: "answers",
    async run(run) {
      const batch = await run.plan({ flavour: "B" });
      batch.addFaults([run.random.whole(5, Math.floor(run.count / 2))], {
        kind: "errcode",
        errcode: 45009,
      });
      const refused = () => batch.calls().find(({ errcode }) => errcode === 45009);
      const { counts } = await batch.stands("done", 2 * MINUTE_MS);
      expect(counts).toMatchObject({ minted: run.count, refused: 0, unknown: 0 });
      const refusedAt = Date.parse(refused()?.at ?? "");
      const minuteEnd = (Math.floor(refusedAt / MINUTE_MS) + 1) * MINUTE_MS;
      const between = batch
        .calls()
        .map(({ at }) => Date.parse(at))
        .filter((at) => at > refusedAt + 2 * SOON_MS && at < minuteEnd);
      expect(between).toEqual([]);
    },
  },
  {
    number: 14,
    title: "45029 in the middle: no further call until a person acts",
    place: "answers",
    async run(run) {
      const flavour = run.flavour === "B" ? "A" : run.flavour;
      const limit = run.random.whole(1, run.count - 5);
      const batch = await run.plan({ flavour, account: { limit } });
      const { pause, counts } = await batch.stands("paused");
      expect(pause?.failure?.errcode).toBe(45029);
      expect(counts.minted).toBe(limit);
      expect(batch.calls().length).toBeLessThanOrEqual(limit + IN_FLIGHT[flavour]);
      expect(counts.queued + counts.refused).toBe(run.count - limit);
      const asked = batch.calls().length;
      await new Promise((resolve) => setTimeout(resolve, 4_000));
      expect(batch.calls()).toHaveLength(asked);
      run.arena.sandbox.state.updateAccount(batch.appid, { limit: 100_000 });
      await liftPauses(run.arena.operator, { id: batch.miniProgramId });
      await resumeBatch(run.arena.operator, { batchId: batch.batchId });
      expect((await batch.stands("done")).counts.minted).toBe(run.count);
    },
  },
  {
    number: 21,
    title: "the same form twice at once, and again later: one batch",
    place: "answers",
    async run(run) {
      const batch = await prepareBatch(run.arena, run);
      const args = [JSON.stringify({ userId: run.arena.operator.actor.id, input: batch.input })];
      const children = await Promise.all(
        [1, 2].map(() => run.arena.start("lib/testing/faults/plan-child.ts", args)),
      );
      const submitted = await Promise.all([
        ...children.map((child) => child.ask("go")),
        submit(run.arena.operator, batch.input),
        submit(run.arena.operator, batch.input),
      ]);
      submitted.push(await submit(run.arena.operator, batch.input));
      expect(new Set(submitted).size).toBe(1);
      batch.batchId = String(submitted[0]);
      run.keep(batch);
      await batch.stands("done");
      const { miniProgramId } = batch;
      expect(await run.arena.runtime.db.batch.count({ where: { miniProgramId } })).toBe(1);
    },
  },
  {
    number: 22,
    title:
      "paused, cancelled, its mini program put away or its person's role taken: what flies comes home",
    place: "answers",
    async run(run) {
      const { operator, admin, runtime } = run.arena;
      const by = await asPerson(runtime, "operator");
      // More than are in flight at once.
      const batch = await run.plan({ count: run.flavour === "B" ? 150 : run.count, by });
      batch.addFault(SLOW);
      await batch.called(run.random.whole(1, 15));
      const { batchId, miniProgramId } = batch;
      const acts = {
        pause: () => pauseBatch(operator, { batchId }),
        cancel: () => cancelBatch(operator, { batchId }),
        archive: () => archiveMiniProgram(admin, { id: miniProgramId }),
        revoke: () =>
          runtime.db.user.update({ where: { id: by.actor.id ?? "" }, data: { role: "marketing" } }),
      };
      const act = (["pause", "cancel", "archive", "revoke"] as const)[run.seed % 4] ?? "pause";
      await acts[act]();
      const actedAt = Date.now();
      await new Promise((resolve) => setTimeout(resolve, 3 * SOON_MS));
      const later = batch.calls().filter(({ at }) => Date.parse(at) > actedAt + SOON_MS);
      expect(later.length, act).toBe(0);
      const isHome = async () => (await batch.read()).counts.sent === 0;
      await eventually("what flies comes home", isHome, RESUMES_WITHIN_MS);
      const { counts } = await batch.read();
      expect(counts.unknown).toBe(0);
      expect(counts.minted).toBe(batch.calls().length);
      if (act === "pause" || act === "revoke") await resumeBatch(operator, { batchId });
      if (act === "archive") await cancelBatch(operator, { batchId });
      await batch.stands(act === "pause" || act === "revoke" ? "done" : "cancelled");
    },
  },
];
