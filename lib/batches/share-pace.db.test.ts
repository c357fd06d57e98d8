import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { getBatch } from "@/lib/batches/get-batch";
import { pauseBatch } from "@/lib/batches/pause-batch";
import { insertBatch } from "@/lib/batches/testing/insert-batch";
import { mintCode } from "@/lib/codes/mint-code";
import { takeSends } from "@/lib/codes/send-pace";
import { ownMiniProgram } from "@/lib/testing/own-mini-program";
import { openSandboxDesk, unlimitedInput } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";
import { killParts, startPart } from "@/lib/testing/start-part";

const PATIENCE = { timeout: 60_000, interval: 50 };

let desk: SandboxDesk;
beforeAll(async () => {
  desk = await openSandboxDesk();
  desk.sandbox.state.configure({ drawing: "once" });
});
afterEach(killParts);
afterAll(() => desk.close());

const minted = async (batchId: string) => {
  const { counts } = await getBatch(desk.operator, { batchId });
  return counts.minted;
};

async function paced(callsPerMinute: number) {
  const own = await ownMiniProgram(desk);
  await desk.runtime.db.quotaCounter.update({
    where: { miniProgramId: own.id },
    data: { callsPerMinute },
  });
  return own;
}

describe("the pace of a mini program", () => {
  it("is its setting, at once, and a limit that was met lowers it below that", async () => {
    const own = await paced(600);
    const { db } = desk.runtime;
    expect((await takeSends(db, own.id, 1)).spacingMs).toBeCloseTo(100, 5);
    await db.quotaCounter.update({
      where: { miniProgramId: own.id },
      data: { callsPerMinute: 3_000 },
    });
    expect((await takeSends(db, own.id, 1)).spacingMs).toBeCloseTo(20, 5);
    await db.sendPace.update({
      where: { miniProgramId: own.id },
      data: { perMinute: 1_000, loweredAt: new Date(Date.now() + 60_000) },
    });
    expect((await takeSends(db, own.id, 1)).spacingMs).toBeGreaterThan(60);
  });

  it("is shared alike by two batches, the second of which came later, and single codes do not wait for either", async () => {
    const own = await paced(2_400);
    const asked = () => own.requests("getwxacodeunlimit").length;
    await startPart("worker", desk.runtime.env);
    const first = await insertBatch(desk.operator, own.id, 600);
    await expect.poll(() => minted(first), PATIENCE).toBeGreaterThan(40);
    const second = await insertBatch(desk.operator, own.id, 600);
    await expect.poll(() => minted(second), PATIENCE).toBeGreaterThan(20);
    const before = [await minted(first), await minted(second)];
    const askedBefore = asked();

    const label = "马上要";
    const input = unlimitedInput(desk, { miniProgramId: own.id, label });
    const { code } = await mintCode(desk.operator, input);
    expect(code.status).toBe("minted");
    const single = own
      .requests("getwxacodeunlimit")
      .findIndex(({ body }) => JSON.stringify(body).includes(code.scene ?? "?"));
    // It went out while hundreds of rows were queued before it.
    expect(single - askedBefore).toBeLessThan(60);

    await expect
      .poll(async () => (await minted(first)) + (await minted(second)), PATIENCE)
      .toBeGreaterThan((before[0] ?? 0) + (before[1] ?? 0) + 200);
    const gained = [
      (await minted(first)) - (before[0] ?? 0),
      (await minted(second)) - (before[1] ?? 0),
    ];
    expect(Math.min(...gained)).toBeGreaterThan(0.6 * Math.max(...gained));
  }, 120_000);

  it("is its own: a slow mini program's batch slows no other one", async () => {
    const slow = await paced(60);
    const fast = await paced(4_950);
    await startPart("worker", desk.runtime.env);
    const crawling = await insertBatch(desk.operator, slow.id, 50);
    const running = await insertBatch(desk.operator, fast.id, 100);
    await expect.poll(() => minted(running), PATIENCE).toBe(100);
    expect(await minted(crawling)).toBeLessThan(50);
  }, 120_000);
});

describe("a pause", () => {
  it("ends the calls soon, at the slowest pace too, and what was made ready goes back", async () => {
    const own = await paced(60);
    await startPart("worker", desk.runtime.env);
    const batchId = await insertBatch(desk.operator, own.id, 50);
    await expect.poll(() => minted(batchId), PATIENCE).toBeGreaterThan(1);
    await pauseBatch(desk.operator, { batchId });
    const read = () => getBatch(desk.operator, { batchId });
    await expect.poll(async () => (await read()).counts.sent, PATIENCE).toBe(0);
    const { counts } = await read();
    expect(counts.minted).toBeLessThan(10);
    expect(counts).toMatchObject({ queued: 50 - counts.minted, refused: 0, unknown: 0 });
  }, 120_000);
});

describe("more batches than a worker runs at once", () => {
  it("all make progress", async () => {
    await startPart("worker", desk.runtime.env);
    const batchIds: string[] = [];
    for (let count = 0; count < 12; count += 1) {
      const own = await paced(60);
      batchIds.push(await insertBatch(desk.operator, own.id, 200));
    }
    await expect
      .poll(async () => Math.min(...(await Promise.all(batchIds.map(minted)))), PATIENCE)
      .toBeGreaterThan(0);
  }, 120_000);
});
