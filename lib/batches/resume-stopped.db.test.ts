import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getBatch } from "@/lib/batches/get-batch";
import { pauseBatch } from "@/lib/batches/pause-batch";
import { resumeStopped } from "@/lib/batches/resume-stopped";
import { runDue, runner } from "@/lib/batches/testing/batch-input";
import { insertBatch } from "@/lib/batches/testing/insert-batch";
import { liftPauses } from "@/lib/mini-programs/lift-pauses";
import type { Runtime } from "@/lib/runtime";
import { ownMiniProgram } from "@/lib/testing/own-mini-program";
import type { OwnMiniProgram } from "@/lib/testing/own-mini-program";
import { openSandboxDesk } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

const ROWS = 6;
const DAY_MS = 24 * 60 * 60_000;
/** Nothing listens there. */
const CLOSED_PORT = "9";

let desk: SandboxDesk;
beforeAll(async () => {
  desk = await openSandboxDesk();
});
afterAll(() => desk.close());

const read = (batchId: string) => getBatch(desk.operator, { batchId });

/** Unreachable, full: another runtime on the same database. */
const cutOff = (): Runtime => ({
  ...desk.runtime,
  env: { ...desk.runtime.env, sandboxUrl: `http://127.0.0.1:${CLOSED_PORT}` },
});
const fullDisk = (): Runtime => ({
  ...desk.runtime,
  store: {
    ...desk.runtime.store,
    ensureRoom: () => desk.runtime.store.ensureRoom(Number.MAX_SAFE_INTEGER),
  },
});

async function pausedSince(batchId: string, ms: number): Promise<void> {
  const pausedAt = new Date(Date.now() - ms);
  await desk.runtime.db.batch.update({ where: { id: batchId }, data: { pausedAt } });
}

const entriesOf = (batchId: string) =>
  desk.runtime.db.auditEntry.findMany({
    where: { targetId: batchId },
    orderBy: { seq: "asc" },
    select: { action: true, actorKind: true, details: true },
  });

async function stopped(runtime: Runtime, own: OwnMiniProgram): Promise<string> {
  const batchId = await insertBatch(desk.operator, own.id, ROWS);
  await runDue(runtime, batchId);
  expect(await read(batchId)).toMatchObject({
    status: "paused",
    pause: { endsByItself: "fault" },
  });
  await pausedSince(batchId, 5_000);
  return batchId;
}

describe("a batch that stopped", () => {
  it.each([
    ["because WeChat could not be reached", cutOff],
    ["because storage was full", fullDisk],
  ])("%s goes on by itself once it can, and not before", async (_why, broken) => {
    const own = await ownMiniProgram(desk);
    const batchId = await stopped(broken(), own);
    const entries = await entriesOf(batchId);
    await resumeStopped(runner(broken()));
    expect((await read(batchId)).status).toBe("paused");
    expect(await entriesOf(batchId)).toEqual(entries);

    await Promise.all([1, 2].map(() => resumeStopped(runner(desk.runtime))));
    const resumed = await entriesOf(batchId);
    expect(resumed.slice(entries.length)).toMatchObject([
      { action: "batch.resumed", actorKind: "job" },
    ]);
    expect((await read(batchId)).counts).toMatchObject({ queued: ROWS, refused: 0, unknown: 0 });
    await runDue(desk.runtime, batchId);
    expect(await read(batchId)).toMatchObject({ status: "done", counts: { minted: ROWS } });
  });

  it("a moment ago waits a little, so that it does not flicker", async () => {
    const own = await ownMiniProgram(desk);
    const batchId = await stopped(cutOff(), own);
    await pausedSince(batchId, 0);
    await resumeStopped(runner(desk.runtime));
    expect((await read(batchId)).status).toBe("paused");
  });

  it("at the limit of a day goes on when that day is over in Beijing", async () => {
    const own = await ownMiniProgram(desk);
    own.addFault({ endpoint: "getwxacode", fault: { kind: "errcode", errcode: 45009 }, times: 1 });
    const batchId = await insertBatch(desk.operator, own.id, 1, "WXACODE");
    await runDue(desk.runtime, batchId);
    expect(await read(batchId)).toMatchObject({
      status: "paused",
      pause: { failure: { errcode: 45009 }, endsByItself: "day" },
    });
    await liftPauses(desk.operator, { id: own.id });
    await resumeStopped(runner(desk.runtime));
    expect((await read(batchId)).status).toBe("paused");
    await pausedSince(batchId, DAY_MS);
    await resumeStopped(runner(desk.runtime));
    expect(await read(batchId)).toMatchObject({ status: "running", counts: { queued: 1 } });
    expect(await own.quota()).toMatchObject({ reserved: 1 });
  });

  it.each([45029, 48001])("by WeChat's %i waits for a person", async (errcode) => {
    const own = await ownMiniProgram(desk);
    const endpoint = "getwxacodeunlimit";
    own.addFault({ endpoint, fault: { kind: "errcode", errcode }, times: 1 });
    const batchId = await insertBatch(desk.operator, own.id, 1);
    await runDue(desk.runtime, batchId);
    await liftPauses(desk.operator, { id: own.id });
    await pausedSince(batchId, 2 * DAY_MS);
    await resumeStopped(runner(desk.runtime));
    expect(await read(batchId)).toMatchObject({ status: "paused", pause: { endsByItself: null } });
  });

  it("by a person waits for a person", async () => {
    const own = await ownMiniProgram(desk);
    const batchId = await insertBatch(desk.operator, own.id, 1);
    await pauseBatch(desk.operator, { batchId });
    await pausedSince(batchId, 2 * DAY_MS);
    await resumeStopped(runner(desk.runtime));
    expect((await read(batchId)).status).toBe("paused");
    await expect(resumeStopped(desk.operator)).rejects.toMatchObject({ code: "forbidden" });
  });
});
