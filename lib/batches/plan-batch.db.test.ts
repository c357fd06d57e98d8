import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BatchCheck } from "@/lib/batches/draft-schema";
import { getBatch } from "@/lib/batches/get-batch";
import { listBatchRows } from "@/lib/batches/list-batch-rows";
import { listDraftRows } from "@/lib/batches/list-draft-rows";
import { planBatch } from "@/lib/batches/plan-batch";
import {
  checked,
  planned,
  shops,
  unlimitedBatch,
  wxacodeBatch,
} from "@/lib/batches/testing/batch-input";
import { mintCode } from "@/lib/codes/mint-code";
import { verifyChain } from "@/lib/audit/verify-chain";
import { ownMiniProgram } from "@/lib/testing/own-mini-program";
import { openSandboxDesk, unlimitedInput } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

let desk: SandboxDesk;

beforeAll(async () => {
  desk = await openSandboxDesk();
});
afterAll(() => desk.close());

async function badOf({ draftId }: BatchCheck) {
  const { rows } = await listDraftRows(desk.operator, { draftId, show: "bad" });
  return rows.map(({ row, problems }) => ({ row, problems }));
}

async function repeatsOf({ draftId }: BatchCheck) {
  const { rows } = await listDraftRows(desk.operator, { draftId, show: "repeats" });
  return rows.map(({ row, repeatOf }) => ({ row, of: repeatOf }));
}

const codesOf = (batchId: string) =>
  desk.runtime.db.code.findMany({ where: { batchId }, orderBy: { batchRow: "asc" } });

describe("the preflight", () => {
  it("tells bad rows by field and reason, and writes nothing", async () => {
    const own = await ownMiniProgram(desk);
    const rows = [
      ["ok-1", "甲"],
      ["店-2", "乙"],
      ["x".repeat(33), "丙"],
      ["", "丁"],
      ["ok-5", "戊".repeat(90)],
      ["ok-6\0", "己"],
      ["ok-7", "\uD83D"],
      ["ok-1", "甲"],
    ];
    const check = await checked(desk.operator, unlimitedBatch(own.id, rows));
    expect(check).toMatchObject({ rowCount: 8, newCount: 1, repeatCount: 1, badCount: 6 });
    expect(await badOf(check)).toEqual([
      { row: 2, problems: [{ field: "scene", reason: "sceneCharacters" }] },
      { row: 3, problems: [{ field: "scene", reason: "sceneLong" }] },
      { row: 4, problems: [{ field: "scene", reason: "sceneMissing" }] },
      { row: 5, problems: [{ field: "label", reason: "labelLong" }] },
      { row: 6, problems: [{ field: "row", reason: "cellCharacters" }] },
      { row: 7, problems: [{ field: "row", reason: "cellCharacters" }] },
    ]);
    expect(await repeatsOf(check)).toEqual([{ row: 8, of: { row: 1 } }]);
    expect(check.samples).toEqual([
      { row: 1, label: "甲 桌贴", target: "pages/index/index", scene: "ok-1", payload: null },
    ]);
    const written = await desk.runtime.db.code.count({ where: { miniProgramId: own.id } });
    expect(written + own.requests().length).toBe(0);
  });

  it("finds what is minted already, and scenes that stand for another page", async () => {
    const own = await ownMiniProgram(desk);
    const { code } = await mintCode(
      desk.operator,
      unlimitedInput(desk, { miniProgramId: own.id, carries: { as: "scene", scene: "s-1" } }),
    );
    const rows = [
      ["s-1", "甲", "pages/index/index"],
      ["s-1", "乙", "pages/shop/index"],
      ["s-2", "丙", "pages/shop/index"],
      ["s-2", "丁", "pages/index/index"],
    ];
    const input = unlimitedBatch(own.id, rows, {
      columns: ["店号", "店名", "页面"],
      pageTemplate: "{页面}",
    });
    const check = await checked(desk.operator, input);
    expect(await repeatsOf(check)).toEqual([
      { row: 1, of: { codeId: code.id, label: code.label, status: "minted" } },
    ]);
    expect(await badOf(check)).toEqual([
      {
        row: 2,
        problems: [{ field: "scene", reason: "sceneTaken", values: { page: "pages/index/index" } }],
      },
      {
        row: 4,
        problems: [{ field: "scene", reason: "sceneTaken", values: { page: "pages/shop/index" } }],
      },
    ]);
    expect(check.price).toMatchObject({ limitedCount: 0, callCount: 1, minutes: 1, days: null });
  });

  it("names a column that is not there", async () => {
    const input = unlimitedBatch(desk.miniProgramId, shops(1), { labelTemplate: "{店 名}" });
    await expect(checked(desk.operator, input)).rejects.toMatchObject({
      reason: "columnUnknown",
      field: "labelTemplate",
      values: { column: "店 名" },
    });
  });

  it("prices A in codes and days", async () => {
    const own = await ownMiniProgram(desk);
    await desk.runtime.db.quotaCounter.update({
      where: { miniProgramId: own.id },
      data: { dailyLimit: 100, lifetimeLimit: 240, approvalThreshold: 200 },
    });
    const { price } = await checked(desk.operator, wxacodeBatch(own.id, shops(250)));
    expect(price).toEqual({
      limitedCount: 250,
      callCount: 250,
      minutes: 1,
      days: 3,
      left: 240,
      lifetimeLimit: 240,
      isAffordable: false,
      needsApproval: true,
    });
  });

  it("is not for marketing", async () => {
    const input = unlimitedBatch(desk.miniProgramId, shops(1));
    const { draftId } = await checked(desk.operator, input);
    const forbidden = { code: "forbidden" };
    await expect(checked(desk.marketing, input)).rejects.toMatchObject(forbidden);
    const go = { draftId, requestKey: randomUUID(), leaveOutBad: false };
    await expect(planBatch(desk.marketing, go)).rejects.toMatchObject(forbidden);
  });
});

describe("a planned batch", () => {
  it("has its scenes, codes, reservation, job and log entry, and every left-out row", async () => {
    const own = await ownMiniProgram(desk);
    const rows = [...shops(3, "a"), ["a-1", "门店 1"], ["坏 行", "x"]];
    const input = wxacodeBatch(own.id, rows, { pathTemplate: "pages/shop/index?id={店号}" });
    const { batchId } = await planned(desk.operator, {
      ...input,
      labelTemplate: "{店名}",
      rows: [...rows, ["y", ""]],
      leaveOutBad: true,
    });
    const codes = await codesOf(batchId);
    expect(
      codes.map(({ batchRow, label, target, status, quotaCost }) => [
        batchRow,
        label,
        target,
        status,
        quotaCost,
      ]),
    ).toEqual([
      [1, "门店 1", "pages/shop/index?id=a-1", "queued", 1],
      [2, "门店 2", "pages/shop/index?id=a-2", "queued", 1],
      [3, "门店 3", "pages/shop/index?id=a-3", "queued", 1],
      [5, "x", "pages/shop/index?id=坏 行", "queued", 1],
    ]);
    expect(await own.quota()).toMatchObject({ spent: 0, reserved: 4 });
    const held = await desk.runtime.db.quotaReservation.findMany({ where: { batchId } });
    expect(held).toMatchObject([{ open: 4, codeId: null }]);
    const skipped = await listBatchRows(desk.operator, { batchId, show: "skipped" });
    expect(skipped.rows).toMatchObject([
      { row: 4, state: "skipped", skip: { why: "repeat", ofRow: 1 } },
      {
        row: 6,
        state: "skipped",
        skip: { why: "bad", problems: [{ field: "label", reason: "labelMissing" }] },
      },
    ]);
    const detail = await getBatch(desk.operator, { batchId });
    expect(detail).toMatchObject({ status: "running", rowCount: 6, limitedCount: 4 });
    expect(detail.counts).toMatchObject({ queued: 4, repeats: 1, bad: 1 });
    const entries = await desk.runtime.db.auditEntry.findMany({ where: { targetId: batchId } });
    expect(entries).toMatchObject([
      { action: "batch.planned", details: { rowCount: 6, codeCount: 4, limitedCount: 4 } },
    ]);
    const jobs = await desk.runtime.db.$queryRaw<unknown[]>`
      SELECT id FROM pgboss.job WHERE name = 'batches.run' AND data ->> 'batchId' = ${batchId}`;
    expect(jobs).toHaveLength(1);
  });

  it("carries columns in a payload behind a generated scene, and knows equal data", async () => {
    const own = await ownMiniProgram(desk);
    const rows = [...shops(2, "p"), ...shops(1, "p")];
    const { batchId } = await planned(
      desk.operator,
      unlimitedBatch(own.id, rows, {
        carries: {
          as: "payload",
          fields: [{ name: "shopId", column: "店号" }],
          fixed: { from: "桌贴", n: 1 },
        },
      }),
    );
    const scenes = await desk.runtime.db.scene.findMany({ where: { miniProgramId: own.id } });
    expect(scenes.map(({ payload }) => payload)).toEqual(
      expect.arrayContaining([
        { shopId: "p-1", from: "桌贴", n: 1 },
        { shopId: "p-2", from: "桌贴", n: 1 },
      ]),
    );
    expect(scenes).toHaveLength(2);
    const detail = await getBatch(desk.operator, { batchId });
    expect(detail.counts).toMatchObject({ queued: 2, repeats: 1 });
  });

  it("is refused whole when one row is bad, unless bad rows are left out", async () => {
    const own = await ownMiniProgram(desk);
    const input = unlimitedBatch(own.id, [...shops(2), ["坏", "x"]]);
    await expect(planned(desk.operator, input)).rejects.toMatchObject({
      reason: "batchBadRows",
      values: { count: 1, row: 3 },
    });
    expect(await desk.runtime.db.batch.count({ where: { miniProgramId: own.id } })).toBe(0);
    await expect(
      planned(desk.operator, { ...input, rows: [["坏", "x"]], leaveOutBad: true }),
    ).rejects.toMatchObject({ reason: "batchNothingNew" });
  });

  it("is one batch for one form, even when it comes in twice at once", async () => {
    const own = await ownMiniProgram(desk);
    const input = unlimitedBatch(own.id, shops(20));
    const results = await Promise.all([1, 2, 3].map(() => planned(desk.operator, input)));
    expect(new Set(results.map(({ batchId }) => batchId)).size).toBe(1);
    expect(results.filter(({ isSameRequest }) => !isSameRequest)).toHaveLength(1);
    expect(await desk.runtime.db.code.count({ where: { miniProgramId: own.id } })).toBe(20);
  });

  it("takes only what another one at the same time has not", async () => {
    const own = await ownMiniProgram(desk);
    const rows = shops(40, "race");
    const results = await Promise.allSettled(
      [rows, rows.toReversed()].map((rows) =>
        planned(desk.operator, unlimitedBatch(own.id, [...rows, ...shops(1)])),
      ),
    );
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    expect(await desk.runtime.db.code.count({ where: { miniProgramId: own.id } })).toBe(42);
    const repeats = await desk.runtime.db.batchSkip.count({
      where: { batch: { miniProgramId: own.id }, codeId: { not: null } },
    });
    expect(repeats).toBe(40);
  });

  it("waits for a second person above the threshold", async () => {
    const own = await ownMiniProgram(desk);
    await desk.runtime.db.quotaCounter.update({
      where: { miniProgramId: own.id },
      data: { approvalThreshold: 3 },
    });
    const { batchId, status } = await planned(desk.operator, wxacodeBatch(own.id, shops(4)));
    expect(status).toBe("awaiting_approval");
    const approval = await desk.runtime.db.approval.findFirst({ where: { batchId } });
    expect(approval).toMatchObject({ status: "pending", limitedCount: 4, codeId: null });
    const batch = await desk.runtime.db.batch.findUniqueOrThrow({ where: { id: batchId } });
    expect(batch).toMatchObject({ approvalId: approval?.id, runToken: null, startedAt: null });
  });

  it("of 10,000 rows is planned in one go, and each of them known again", async () => {
    const own = await ownMiniProgram(desk);
    const rows = shops(10_000);
    const { batchId } = await planned(desk.operator, unlimitedBatch(own.id, rows));
    expect(await desk.runtime.db.code.count({ where: { batchId } })).toBe(10_000);
    const others = shops(5_000, randomUUID().slice(0, 6));
    const again = unlimitedBatch(own.id, [...rows.slice(5_000), ...others]);
    const check = await checked(desk.operator, again);
    expect(check).toMatchObject({ newCount: 5_000, repeatCount: 5_000 });
  }, 120_000);

  it("leaves a log that verifies", async () => {
    expect(await verifyChain(desk.admin)).toMatchObject({ intact: true });
  });
});
