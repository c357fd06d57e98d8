import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { getBatch } from "@/lib/batches/get-batch";
import { planBatch } from "@/lib/batches/plan-batch";
import { shops, unlimitedBatch } from "@/lib/batches/testing/batch-input";
import { pictureKey } from "@/lib/storage/object-keys";
import { settleCode } from "@/lib/codes/settle-code";
import { attemptLeaseMs } from "@/lib/codes/start-attempt";
import { contextFor } from "@/lib/testing/test-runtime";
import { ownMiniProgram } from "@/lib/testing/own-mini-program";
import { openSandboxDesk } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

const ROWS = 120;
const IN_FLIGHT = 40;

let desk: SandboxDesk;
const children: ChildProcess[] = [];

beforeAll(async () => {
  desk = await openSandboxDesk();
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});
afterAll(() => desk.close());

/** A worker as `npm run worker` starts it. */
async function startWorker(): Promise<ChildProcess> {
  const { env } = desk.runtime;
  const child = fork(path.resolve("lib/worker/main.ts"), [], {
    execArgv: ["--import", "tsx"],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "test",
      DATABASE_URL: env.DATABASE_URL,
      MINTDESK_SECRET: env.MINTDESK_SECRET,
      MINTDESK_DATA_DIR: env.dataDir,
      SANDBOX_PORT: String(env.SANDBOX_PORT),
      WECHAT_TIMEOUT_MS: String(env.WECHAT_TIMEOUT_MS),
      LOG_LEVEL: "fatal",
    },
  });
  children.push(child);
  await once(child, "message");
  return child;
}

const read = (batchId: string) => getBatch(desk.operator, { batchId });

/** What the dead worker left `sent`, settled as the job does once the lease is over. */
async function settleLost(batchId: string): Promise<void> {
  const sent = await desk.runtime.db.code.findMany({ where: { batchId, status: "sent" } });
  const later = () => new Date(Date.now() + attemptLeaseMs(desk.runtime.env));
  const job = contextFor(desk.runtime, { kind: "job", id: null, name: "codes.settle" }, later);
  for (const { id } of sent) await settleCode(job, { codeId: id });
}

describe("workers", () => {
  it("one of two is killed in the middle: the other goes on within 15 seconds and loses no row", async () => {
    const own = await ownMiniProgram(desk);
    const first = await startWorker();
    const { batchId } = await planBatch(desk.operator, unlimitedBatch(own.id, shops(ROWS)));
    await expect
      .poll(() => own.requests("getwxacodeunlimit").length, { timeout: 30_000 })
      .toBeGreaterThan(20);
    await startWorker();
    first.kill("SIGKILL");
    await once(first, "exit");
    const killedAt = Date.now();
    const askedBefore = own.requests("getwxacodeunlimit").length;
    expect(askedBefore).toBeLessThan(ROWS);
    await expect
      .poll(() => own.requests("getwxacodeunlimit").length, { timeout: 30_000 })
      .toBeGreaterThan(askedBefore);
    expect(Date.now() - killedAt).toBeLessThan(15_000);

    await expect.poll(async () => (await read(batchId)).counts.queued, { timeout: 60_000 }).toBe(0);
    await settleLost(batchId);
    await expect.poll(async () => (await read(batchId)).status, { timeout: 60_000 }).toBe("done");
    const { counts } = await read(batchId);
    expect(counts).toMatchObject({ minted: ROWS, queued: 0, sent: 0, refused: 0, unknown: 0 });
    const asked = own.requests("getwxacodeunlimit");
    expect(asked.length).toBeGreaterThanOrEqual(ROWS);
    expect(asked.length).toBeLessThanOrEqual(ROWS + IN_FLIGHT);
    const codes = await desk.runtime.db.code.findMany({ where: { batchId } });
    expect(new Set(codes.map(({ scene }) => scene)).size).toBe(ROWS);
    const twice = codes.filter(({ attemptCount }) => attemptCount > 1);
    expect(twice.length).toBeLessThanOrEqual(IN_FLIGHT);
    for (const { pictureSha256 } of codes) {
      expect(await desk.runtime.store.stat(pictureKey(pictureSha256 ?? ""))).not.toBeNull();
    }
  }, 150_000);

  it("told to stop hands the batch on and leaves nothing half done", async () => {
    const own = await ownMiniProgram(desk);
    const worker = await startWorker();
    const { batchId } = await planBatch(desk.operator, unlimitedBatch(own.id, shops(ROWS)));
    await expect
      .poll(() => own.requests("getwxacodeunlimit").length, { timeout: 30_000 })
      .toBeGreaterThan(10);
    worker.kill("SIGTERM");
    const [exitCode] = (await once(worker, "exit")) as [number | null];
    expect(exitCode).toBe(0);
    const { counts, status } = await read(batchId);
    expect(status).toBe("running");
    expect(counts).toMatchObject({ sent: 0, unknown: 0 });
    expect(counts.minted).toBe(own.requests("getwxacodeunlimit").length);
    expect(counts.queued).toBe(ROWS - counts.minted);
  }, 60_000);
});
