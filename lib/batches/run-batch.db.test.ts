import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setTimeout as sleep } from "node:timers/promises";
import { getBatch } from "@/lib/batches/get-batch";
import { mintRows } from "@/lib/batches/mint-rows";
import { resumeBatch } from "@/lib/batches/resume-batch";
import { retryFailedCodes } from "@/lib/batches/retry-failed-codes";
import { runBatch } from "@/lib/batches/run-batch";
import {
  dueRun,
  planned,
  runDue,
  runner,
  shops,
  unlimitedBatch,
} from "@/lib/batches/testing/batch-input";
import { liftPauses } from "@/lib/mini-programs/lift-pauses";
import { ownMiniProgram } from "@/lib/testing/own-mini-program";
import type { OwnMiniProgram } from "@/lib/testing/own-mini-program";
import { openSandboxDesk } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

const MINUTE_MS = 60_000;
const ROOM_MS = 10_000;

let desk: SandboxDesk;

beforeAll(async () => {
  desk = await openSandboxDesk();
});
// A pause ends with the minute, and must not end in the middle of a test.
beforeEach(async () => {
  const leftMs = MINUTE_MS - (Date.now() % MINUTE_MS);
  if (leftMs < ROOM_MS) await sleep(leftMs);
});
afterAll(() => desk.close());

const read = (batchId: string) => getBatch(desk.operator, { batchId });
const plan = async (own: OwnMiniProgram, count: number) =>
  (await planned(desk.operator, unlimitedBatch(own.id, shops(count)))).batchId;
const minted = (count: number) => ({ counts: { minted: count, queued: 0, sent: 0, refused: 0 } });
/** The first call fetches the token; a fault for every endpoint would hit that. */
const refuse = (own: OwnMiniProgram, errcode: number, times?: number) =>
  own.addFault({ endpoint: "getwxacodeunlimit", fault: { kind: "errcode", errcode }, times });

describe("a run", () => {
  it("and another at the same time mint every row once", async () => {
    const own = await ownMiniProgram(desk);
    const batchId = await plan(own, 300);
    await Promise.all([1, 2].map(() => mintRows(runner(desk.runtime), batchId, { forMs: 60_000 })));
    await runDue(desk.runtime, batchId);
    const batch = await read(batchId);
    expect(batch).toMatchObject({ status: "done", ...minted(300), estimatedEnd: null });
    expect(batch.perMinute).toBeGreaterThan(0);
    expect(own.requests("getwxacodeunlimit")).toHaveLength(300);
    const repeated = { batchId, attemptCount: { not: 1 } };
    expect(await desk.runtime.db.code.count({ where: repeated })).toBe(0);
    const ends = await desk.runtime.db.auditEntry.findMany({
      where: { targetId: batchId, action: "batch.finished" },
    });
    expect(ends).toMatchObject([
      { details: { mintedCount: 300, refusedCount: 0, unknownCount: 0 } },
    ]);
  }, 120_000);

  it("takes only the job that is due, and leaves the next one behind", async () => {
    const own = await ownMiniProgram(desk);
    const batchId = await plan(own, 3);
    const first = await dueRun(desk.runtime, batchId);
    await runBatch(runner(desk.runtime), { ...first, runToken: batchId });
    expect((await read(batchId)).counts.queued).toBe(3);
    await desk.runtime.db.batch.update({ where: { id: batchId }, data: { runSeenAt: new Date() } });
    await runBatch(runner(desk.runtime), first);
    expect((await read(batchId)).counts.queued).toBe(3);
    const second = await dueRun(desk.runtime, batchId);
    expect(second.runToken).not.toBe(first.runToken);
    await desk.runtime.db.batch.update({ where: { id: batchId }, data: { runSeenAt: null } });
    await runBatch(runner(desk.runtime), second);
    expect(await read(batchId)).toMatchObject({ status: "done", ...minted(3) });
    await runBatch(runner(desk.runtime), await dueRun(desk.runtime, batchId));
    const jobs = await desk.runtime.db.$queryRaw<unknown[]>`
      SELECT id FROM pgboss.job WHERE name = 'batches.run' AND data ->> 'batchId' = ${batchId}`;
    // As planned, behind the one that found a run at work, behind the one that ran.
    expect(jobs).toHaveLength(3);
  });

  it("goes past a row that fails, and groups failures by their cause", async () => {
    const own = await ownMiniProgram(desk);
    const batchId = await plan(own, 12);
    refuse(own, 40097, 2);
    own.addFault({
      endpoint: "getwxacodeunlimit",
      fault: { kind: "errcode", errcode: 85096 },
      nth: 6,
    });
    await runDue(desk.runtime, batchId);
    const batch = await read(batchId);
    expect(batch).toMatchObject({ status: "done", counts: { minted: 9, refused: 3 } });
    expect(batch.failures).toMatchObject([
      { count: 2, failure: { errcode: 40097 }, mayRetry: false },
      { count: 1, failure: { errcode: 85096 }, mayRetry: false },
    ]);
    expect(batch.failures[0]?.failure.words.zh.fix).not.toBe("");
    expect(await retryFailedCodes(desk.operator, { batchId })).toEqual({ codeCount: 0 });
  });

  it("keeps the pace all processes share", async () => {
    const own = await ownMiniProgram(desk);
    const batchId = await plan(own, 40);
    await desk.runtime.db.sendPace.create({
      data: { miniProgramId: own.id, nextAt: new Date(0), perMinute: 240, loweredAt: new Date() },
    });
    const startedAt = performance.now();
    await Promise.all([1, 2].map(() => mintRows(runner(desk.runtime), batchId, { forMs: 60_000 })));
    // Four a second for both of them; each on its own would be through in half the time.
    expect(performance.now() - startedAt).toBeGreaterThan(6_000);
    expect(await read(batchId)).toMatchObject(minted(40));
  });

  it("waits for a minute's limit, then goes slower", async () => {
    const own = await ownMiniProgram(desk);
    const batchId = await plan(own, 100);
    own.addFault({
      endpoint: "getwxacodeunlimit",
      fault: { kind: "errcode", errcode: 45009 },
      nth: 30,
    });
    await runDue(desk.runtime, batchId);
    const waiting = await read(batchId);
    expect(waiting.status).toBe("running");
    expect(waiting.counts.held).toBeGreaterThan(0);
    expect(waiting.counts.held).toBeLessThan(45);
    const asked = own.requests("getwxacodeunlimit").length;
    await runDue(desk.runtime, batchId);
    expect(own.requests("getwxacodeunlimit")).toHaveLength(asked);
    const pace = await desk.runtime.db.sendPace.findUniqueOrThrow({
      where: { miniProgramId: own.id },
    });
    expect(pace.perMinute).toBeCloseTo(4_950 * 0.8, 0);
    await liftPauses(desk.operator, { id: own.id });
    await desk.runtime.db.code.updateMany({ where: { batchId }, data: { heldUntil: null } });
    await runDue(desk.runtime, batchId);
    expect(await read(batchId)).toMatchObject({ status: "done", ...minted(100) });
  });
});

describe("a failure that would hit every row", () => {
  it.each([
    [45029, "getwxacodeunlimit"],
    [48001, "getwxacodeunlimit"],
    [40125, "stable_token"],
    [40164, "stable_token"],
  ] as const)("%i stops the batch at once, with one reason", async (errcode, endpoint) => {
    const own = await ownMiniProgram(desk);
    const batchId = await plan(own, 400);
    own.addFault({ endpoint, fault: { kind: "errcode", errcode } });
    await runDue(desk.runtime, batchId);
    const batch = await read(batchId);
    expect(batch).toMatchObject({
      status: "paused",
      pause: { why: "wechat", failure: { errcode } },
      may: { pause: false, resume: true, cancel: true },
    });
    expect(batch.pause?.failure?.words.en.fix).not.toBe("");
    expect(own.requests("getwxacodeunlimit").length).toBeLessThanOrEqual(40);
    expect(batch.counts.queued).toBeGreaterThanOrEqual(360);
    const asked = own.requests().length;
    await runDue(desk.runtime, batchId);
    expect(own.requests()).toHaveLength(asked);
    await resumeBatch(desk.operator, { batchId });
    const resumed = await read(batchId);
    expect(resumed.counts).toMatchObject({ refused: 0, queued: 400 });
  });

  it("goes on with the refused rows once it is put right", async () => {
    const own = await ownMiniProgram(desk);
    const batchId = await plan(own, 60);
    refuse(own, 41030, 3);
    await runDue(desk.runtime, batchId);
    const stopped = await read(batchId);
    expect(stopped).toMatchObject({ status: "paused", pause: { failure: { errcode: 41030 } } });
    expect(stopped.counts.refused).toBe(3);
    await resumeBatch(desk.operator, { batchId });
    await resumeBatch(desk.operator, { batchId });
    await runDue(desk.runtime, batchId);
    expect(await read(batchId)).toMatchObject({ status: "done", pause: null, ...minted(60) });
  });

  it("a closed connection and a full disk count as such", async () => {
    const own = await ownMiniProgram(desk);
    const batchId = await plan(own, 5);
    const runtime = { ...desk.runtime, env: { ...desk.runtime.env, MINTDESK_SANDBOX: "off" } };
    await runBatch(runner(runtime as typeof desk.runtime), await dueRun(desk.runtime, batchId));
    expect(await read(batchId)).toMatchObject({ status: "paused", pause: { why: "wechat" } });
    await resumeBatch(desk.operator, { batchId });
    const ensureRoom = () => desk.runtime.store.ensureRoom(Number.MAX_SAFE_INTEGER);
    const full = { ...desk.runtime, store: { ...desk.runtime.store, ensureRoom } };
    await runBatch(runner(full), await dueRun(desk.runtime, batchId));
    expect(await read(batchId)).toMatchObject({
      status: "paused",
      counts: { queued: 5 },
      pause: { why: "storage", reason: "storageFull", failure: null },
    });
    expect(own.requests("getwxacodeunlimit")).toHaveLength(0);
  });
});
