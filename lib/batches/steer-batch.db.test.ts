import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelBatch } from "@/lib/batches/cancel-batch";
import { decideBatchApproval } from "@/lib/batches/decide-batch-approval";
import { getBatch } from "@/lib/batches/get-batch";
import { mintRows } from "@/lib/batches/mint-rows";
import { refuseCancelled } from "@/lib/batches/refuse-cancelled";
import { pauseBatch } from "@/lib/batches/pause-batch";
import { resumeBatch } from "@/lib/batches/resume-batch";
import { retryFailedCodes } from "@/lib/batches/retry-failed-codes";
import { startRows } from "@/lib/batches/start-rows";
import {
  planned,
  runDue,
  runner,
  shops,
  unlimitedBatch,
  wxacodeBatch,
} from "@/lib/batches/testing/batch-input";
import { giveBack } from "@/lib/codes/give-back";
import { sendUnattended } from "@/lib/codes/send-unattended";
import { ownMiniProgram } from "@/lib/testing/own-mini-program";
import type { OwnMiniProgram } from "@/lib/testing/own-mini-program";
import { openSandboxDesk } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

let desk: SandboxDesk;

beforeAll(async () => {
  desk = await openSandboxDesk();
});
afterAll(() => desk.close());

const read = (batchId: string) => getBatch(desk.operator, { batchId });
const plan = async (own: OwnMiniProgram, count: number) =>
  (await planned(desk.operator, unlimitedBatch(own.id, shops(count)))).batchId;
const planLimited = async (own: OwnMiniProgram, count: number) =>
  (await planned(desk.operator, wxacodeBatch(own.id, shops(count)))).batchId;
const minted = (count: number) => ({ counts: { minted: count, queued: 0, sent: 0, refused: 0 } });

describe("by hand", () => {
  it("a batch is paused, resumed and cancelled, twice each without harm", async () => {
    const own = await ownMiniProgram(desk);
    const batchId = await plan(own, 200);
    const running = runDue(desk.runtime, batchId);
    await expect
      .poll(() => own.requests("getwxacodeunlimit").length, { timeout: 20_000 })
      .toBeGreaterThan(20);
    await pauseBatch(desk.operator, { batchId });
    await pauseBatch(desk.operator, { batchId });
    await running;
    const paused = await read(batchId);
    expect(paused).toMatchObject({
      status: "paused",
      counts: { sent: 0 },
      pause: { why: "person" },
    });
    expect(paused.pause?.by).toBe(desk.operator.actor.name);
    expect(paused.counts.queued).toBeGreaterThan(0);
    expect(own.requests("getwxacodeunlimit")).toHaveLength(paused.counts.minted);
    await cancelBatch(desk.operator, { batchId });
    await cancelBatch(desk.operator, { batchId });
    const cancelled = await read(batchId);
    expect(cancelled).toMatchObject({ status: "cancelled", counts: { queued: 0 } });
    expect(cancelled.counts).toMatchObject({
      minted: paused.counts.minted,
      refused: paused.counts.queued,
    });
    expect(cancelled.failures).toMatchObject([{ failure: { why: "not_sent:cancelled" } }]);
    await expect(retryFailedCodes(desk.operator, { batchId })).rejects.toMatchObject({
      reason: "batchNotRetryable",
    });
    await expect(resumeBatch(desk.operator, { batchId })).rejects.toMatchObject({
      reason: "batchNotPaused",
    });
    const entries = await desk.runtime.db.auditEntry.findMany({
      where: { targetId: batchId, action: { not: "batch.codes_minted" } },
      orderBy: { seq: "asc" },
    });
    expect(entries.map(({ action }) => action)).toEqual([
      "batch.planned",
      "batch.paused",
      "batch.cancelled",
    ]);
  });

  it("the pilot of three waits for a look, then the rest goes", async () => {
    const own = await ownMiniProgram(desk);
    const rows = [["坏", "x"], ...shops(9)];
    const input = unlimitedBatch(own.id, rows, { pilot: true, leaveOutBad: true });
    const { batchId } = await planned(desk.operator, input);
    await runDue(desk.runtime, batchId);
    const pilot = await read(batchId);
    expect(pilot).toMatchObject({ status: "paused", pause: { why: "pilot" } });
    expect(pilot.counts).toMatchObject({ minted: 3, queued: 6, bad: 1 });
    expect(pilot.firstMinted.map(({ row }) => row)).toEqual([2, 3, 4]);
    await resumeBatch(desk.operator, { batchId });
    await runDue(desk.runtime, batchId);
    expect(await read(batchId)).toMatchObject({ status: "done", counts: { minted: 9, bad: 1 } });
  });

  it("marketing may look, and nothing else", async () => {
    const batchId = await plan(await ownMiniProgram(desk), 1);
    await getBatch(desk.marketing, { batchId });
    for (const verb of [pauseBatch, resumeBatch, cancelBatch, retryFailedCodes]) {
      await expect(verb(desk.marketing, { batchId })).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

describe("limited codes", () => {
  it("that would pass the 100,000 are refused before anything is called", async () => {
    const own = await ownMiniProgram(desk);
    await desk.runtime.db.quotaCounter.update({
      where: { miniProgramId: own.id },
      data: { spent: 99_990 },
    });
    await expect(planLimited(own, 20)).rejects.toMatchObject({
      code: "quota_exhausted",
      reason: "quotaExhausted",
      values: { left: 10, wanted: 20 },
    });
    expect(own.requests()).toHaveLength(0);
    expect(await own.quota()).toMatchObject({ spent: 99_990, reserved: 0 });

    const { wechatAppId } = await desk.runtime.db.miniProgram.findUniqueOrThrow({
      where: { id: own.id },
    });
    desk.sandbox.state.updateAccount(wechatAppId, { used: 99_990 });
    const batchId = await planLimited(own, 10);
    expect(await own.quota()).toMatchObject({ spent: 99_990, reserved: 10 });
    await runDue(desk.runtime, batchId);
    expect(await read(batchId)).toMatchObject({ status: "done", ...minted(10) });
    expect(await own.quota()).toMatchObject({ spent: 100_000, reserved: 0 });
    expect(own.used()).toBe(100_000);
    expect(
      await desk.runtime.db.codeCall.count({ where: { errcode: 45029, code: { batchId } } }),
    ).toBe(0);
  });

  it("give back what a cancelled batch has not sent, so ledger and WeChat agree", async () => {
    const own = await ownMiniProgram(desk);
    const batchId = await planLimited(own, 40);
    const running = runDue(desk.runtime, batchId);
    await expect
      .poll(() => own.requests("getwxacode").length, { timeout: 20_000 })
      .toBeGreaterThan(5);
    await cancelBatch(desk.operator, { batchId });
    await running;
    const { counts, status } = await read(batchId);
    expect(status).toBe("cancelled");
    expect(counts.minted + counts.refused).toBe(40);
    expect(counts.minted).toBe(own.used());
    expect(await own.quota()).toMatchObject({ spent: counts.minted, reserved: 0 });
  });

  it("are refused when they were ready to go as the batch was cancelled", async () => {
    const own = await ownMiniProgram(desk);
    const batchId = await planLimited(own, 10);
    const ctx = runner(desk.runtime);
    const started = await startRows(ctx, batchId, 4);
    await cancelBatch(desk.operator, { batchId });
    expect(await own.quota()).toMatchObject({ reserved: 4 });
    const tokens = started.map(({ attemptToken }) => attemptToken);
    await giveBack(desk.runtime, started[0]?.minterId ?? "", tokens);
    await sendUnattended(ctx);
    expect(own.requests("getwxacode")).toEqual([]);
    await refuseCancelled(ctx);
    await refuseCancelled(ctx);
    expect(await read(batchId)).toMatchObject({ counts: { queued: 0, sent: 0, refused: 10 } });
    expect(await own.quota()).toMatchObject({ spent: 0, reserved: 0 });
  });

  it("are cancelled while their last results come in, and neither stands in the other's way", async () => {
    const own = await ownMiniProgram(desk);
    const batchId = await planLimited(own, 10);
    const [sent] = await startRows(runner(desk.runtime), batchId, 1);
    const { pool } = desk.runtime;
    const settling = await pool.connect();
    try {
      await settling.query("BEGIN");
      await settling.query("SELECT FROM codes WHERE id = $1 FOR UPDATE", [sent?.id]);
      const cancelling = cancelBatch(desk.operator, { batchId });
      const countWaiting = async () => {
        const locks = await pool.query(
          `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        return locks.rowCount;
      };
      await expect.poll(countWaiting, { interval: 10 }).toBe(1);
      await settling.query("SELECT FROM quota_counters WHERE mini_program_id = $1 FOR UPDATE", [
        own.id,
      ]);
      await settling.query("COMMIT");
      await cancelling;
    } finally {
      settling.release();
    }
    expect(await own.quota()).toMatchObject({ reserved: 1 });
  });

  it("are reserved anew when refused rows are taken up again", async () => {
    const own = await ownMiniProgram(desk);
    const batchId = await planLimited(own, 6);
    own.addFault({
      endpoint: "getwxacode",
      fault: { kind: "errcode", errcode: 41030 },
      times: 2,
    });
    await runDue(desk.runtime, batchId);
    expect(await read(batchId)).toMatchObject({
      status: "done",
      counts: { minted: 4, refused: 2 },
      retryableCount: 2,
    });
    expect(await own.quota()).toMatchObject({ spent: 4, reserved: 0 });
    expect(await retryFailedCodes(desk.operator, { batchId })).toEqual({ codeCount: 2 });
    expect(await retryFailedCodes(desk.operator, { batchId })).toEqual({ codeCount: 0 });
    expect(await own.quota()).toMatchObject({ spent: 4, reserved: 2 });
    await runDue(desk.runtime, batchId);
    expect(await read(batchId)).toMatchObject({ status: "done", ...minted(6) });
    expect(await own.quota()).toMatchObject({ spent: 6, reserved: 0 });
    expect(own.used()).toBe(6);
  });

  it("that wait for a second person are sent once one lets them, and not by who asked", async () => {
    const own = await ownMiniProgram(desk);
    await desk.runtime.db.quotaCounter.update({
      where: { miniProgramId: own.id },
      data: { approvalThreshold: 1 },
    });
    const batchId = await planLimited(own, 2);
    await mintRows(runner(desk.runtime), batchId, { forMs: 1_000 });
    expect(own.requests()).toHaveLength(0);
    const { id } = await desk.runtime.db.approval.findFirstOrThrow({ where: { batchId } });
    const decision = { approvalId: id, verdict: "approved", comment: "" } as const;
    await expect(decideBatchApproval(desk.operator, decision)).rejects.toMatchObject({
      reason: "approvalOwn",
    });
    await decideBatchApproval(desk.admin, decision);
    await expect(decideBatchApproval(desk.admin, decision)).rejects.toMatchObject({
      reason: "approvalDecided",
    });
    await runDue(desk.runtime, batchId);
    expect(await read(batchId)).toMatchObject({ status: "done", ...minted(2) });
  });

  it("that are declined are refused, and their reservation goes back", async () => {
    const own = await ownMiniProgram(desk);
    await desk.runtime.db.quotaCounter.update({
      where: { miniProgramId: own.id },
      data: { approvalThreshold: 1 },
    });
    const batchId = await planLimited(own, 2);
    expect(await own.quota()).toMatchObject({ reserved: 2 });
    const { id } = await desk.runtime.db.approval.findFirstOrThrow({ where: { batchId } });
    await decideBatchApproval(desk.admin, {
      approvalId: id,
      verdict: "declined",
      comment: "太多了",
    });
    expect(await read(batchId)).toMatchObject({
      status: "cancelled",
      counts: { refused: 2 },
      failures: [{ failure: { why: "not_sent:declined" }, mayRetry: false }],
    });
    expect(await own.quota()).toMatchObject({ spent: 0, reserved: 0 });
  });
});
