import { once } from "node:events";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { getBatch } from "@/lib/batches/get-batch";
import { insertBatch } from "@/lib/batches/testing/insert-batch";
import { getCode } from "@/lib/codes/get-code";
import { requestCode } from "@/lib/codes/request-code";
import { MintCodeInput } from "@/lib/codes/schema";
import { pictureKey } from "@/lib/storage/object-keys";
import { ownMiniProgram } from "@/lib/testing/own-mini-program";
import type { OwnMiniProgram } from "@/lib/testing/own-mini-program";
import { openSandboxDesk, unlimitedInput } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";
import { killParts, startPart } from "@/lib/testing/start-part";

const ROWS = 300;
const IN_FLIGHT = 130;
const LIMITED_IN_FLIGHT = 4;
const SOON = { timeout: 60_000, interval: 100 };

let desk: SandboxDesk;

beforeAll(async () => {
  desk = await openSandboxDesk();
  desk.sandbox.state.configure({ drawing: "once" });
});
afterEach(killParts);
afterAll(() => desk.close());

const read = (batchId: string) => getBatch(desk.operator, { batchId });
const codesOf = (batchId: string) => desk.runtime.db.code.findMany({ where: { batchId } });
const hasAsked = (
  own: OwnMiniProgram,
  endpoint: "getwxacode" | "getwxacodeunlimit",
  count: number,
) =>
  expect
    .poll(() => own.requests(endpoint).length, { timeout: 30_000, interval: 20 })
    .toBeGreaterThanOrEqual(count);

describe("workers", () => {
  it("one of two is killed in the middle: what it was sending is settled and all goes on", async () => {
    const own = await ownMiniProgram(desk);
    const first = await startPart("worker", desk.runtime.env);
    const batchId = await insertBatch(desk.operator, own.id, ROWS);
    const second = startPart("worker", desk.runtime.env);
    await hasAsked(own, "getwxacodeunlimit", 20);
    first.kill("SIGKILL");
    await once(first, "exit");
    expect(own.requests("getwxacodeunlimit").length).toBeLessThan(ROWS);

    await second;
    await expect.poll(async () => (await read(batchId)).status, SOON).toBe("done");
    const { counts } = await read(batchId);
    expect(counts).toMatchObject({ minted: ROWS, queued: 0, sent: 0, refused: 0, unknown: 0 });
    const asked = own.requests("getwxacodeunlimit");
    expect(asked.length).toBeGreaterThanOrEqual(ROWS);
    expect(asked.length).toBeLessThanOrEqual(ROWS + IN_FLIGHT);
    const codes = await codesOf(batchId);
    expect(new Set(codes.map(({ scene }) => scene)).size).toBe(ROWS);
    const twice = codes.filter(({ attemptCount }) => attemptCount > 1);
    expect(twice.length).toBeLessThanOrEqual(IN_FLIGHT);
    for (const { pictureSha256 } of codes) {
      expect(await desk.runtime.store.stat(pictureKey(pictureSha256 ?? ""))).not.toBeNull();
    }
  }, 150_000);

  it("killed with limited codes under way: those alone become unknown, are not sent again and keep their quota", async () => {
    const own = await ownMiniProgram(desk);
    own.addFault({ endpoint: "getwxacode", fault: { kind: "slow", ms: 300 } });
    const first = await startPart("worker", desk.runtime.env);
    const batchId = await insertBatch(desk.operator, own.id, 40, "WXACODE");
    await hasAsked(own, "getwxacode", 10);
    first.kill("SIGKILL");
    await once(first, "exit");
    await startPart("worker", desk.runtime.env);
    await expect.poll(async () => (await read(batchId)).status, SOON).toBe("done");
    const { counts } = await read(batchId);
    expect(counts).toMatchObject({ queued: 0, sent: 0, refused: 0 });
    expect(counts.unknown).toBeLessThanOrEqual(LIMITED_IN_FLIGHT);
    expect(counts.minted + counts.unknown).toBe(40);
    expect((await codesOf(batchId)).every(({ attemptCount }) => attemptCount === 1)).toBe(true);
    const { spent, reserved } = await own.quota();
    expect({ spent, reserved }).toEqual({ spent: counts.minted, reserved: counts.unknown });
    expect(own.used()).toBeGreaterThanOrEqual(spent);
    expect(own.used()).toBeLessThanOrEqual(spent + reserved);
  }, 150_000);

  it("stopped for longer than their lease and woken up send nothing on it, and their late results count once", async () => {
    const own = await ownMiniProgram(desk);
    own.addFault({ endpoint: "getwxacode", fault: { kind: "slow", ms: 3_000 } });
    const sleeper = await startPart("worker", desk.runtime.env);
    const batchId = await insertBatch(desk.operator, own.id, 12, "WXACODE");
    // All it may have under way: none is left that was begun and not asked for yet.
    await hasAsked(own, "getwxacode", LIMITED_IN_FLIGHT);
    sleeper.kill("SIGSTOP");
    await startPart("worker", desk.runtime.env);
    await expect.poll(async () => (await read(batchId)).status, SOON).toBe("done");
    const asleep = await read(batchId);
    expect(asleep.counts.unknown).toBeGreaterThan(0);
    const asked = own.requests("getwxacode").length;
    sleeper.kill("SIGCONT");
    // Every answer that came while it slept is a picture, and is taken.
    await expect.poll(async () => (await read(batchId)).counts.unknown, SOON).toBe(0);
    expect(own.requests("getwxacode")).toHaveLength(asked);
    expect(asked).toBe(12);
    expect((await codesOf(batchId)).every(({ attemptCount }) => attemptCount === 1)).toBe(true);
    expect(await own.quota()).toMatchObject({ spent: 12, reserved: 0 });
    expect(own.used()).toBe(12);
  }, 150_000);

  it("told to stop call WeChat no more at once, hand the batch on and leave nothing half done", async () => {
    const own = await ownMiniProgram(desk);
    own.addFault({ endpoint: "getwxacodeunlimit", fault: { kind: "slow", ms: 500 } });
    const minterCount = await desk.runtime.db.minter.count();
    const worker = await startPart("worker", desk.runtime.env);
    const batchId = await insertBatch(desk.operator, own.id, 400);
    await hasAsked(own, "getwxacodeunlimit", 30);
    worker.kill("SIGTERM");
    const toldAt = Date.now();
    const [exitCode] = (await once(worker, "exit")) as [number | null];
    expect(exitCode).toBe(0);
    const late = own
      .requests("getwxacodeunlimit")
      .filter(({ at }) => Date.parse(at) > toldAt + 100);
    expect(late).toEqual([]);
    const { counts, status } = await read(batchId);
    expect(status).toBe("running");
    expect(counts).toMatchObject({ sent: 0, unknown: 0, refused: 0 });
    expect(counts.minted).toBe(own.requests("getwxacodeunlimit").length);
    expect(counts.queued).toBe(400 - counts.minted);
    expect(await desk.runtime.db.minter.count()).toBe(minterCount);
  }, 60_000);

  it("send a single code whose process died before it did", async () => {
    const own = await ownMiniProgram(desk);
    const input = MintCodeInput.parse(unlimitedInput(desk, { miniProgramId: own.id }));
    const codeId = await requestCode(desk.operator, input, "left-behind");
    await desk.runtime.db.code.update({
      where: { id: codeId },
      data: { claimedUntil: new Date() },
    });
    await startPart("worker", desk.runtime.env);
    await expect
      .poll(async () => (await getCode(desk.operator, { codeId })).status, SOON)
      .toBe("minted");
    expect(own.requests("getwxacodeunlimit")).toHaveLength(1);
  }, 60_000);
});
