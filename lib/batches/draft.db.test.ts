import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listDraftRows } from "@/lib/batches/list-draft-rows";
import { mendCell } from "@/lib/batches/mend-cell";
import { planBatch } from "@/lib/batches/plan-batch";
import {
  checked,
  planned,
  shops,
  unlimitedBatch,
  wxacodeBatch,
} from "@/lib/batches/testing/batch-input";
import { ownMiniProgram } from "@/lib/testing/own-mini-program";
import { openSandboxDesk } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";
import { asPerson } from "@/lib/testing/test-runtime";

let desk: SandboxDesk;

beforeAll(async () => {
  desk = await openSandboxDesk();
});
afterAll(() => desk.close());

const go = (draftId: string, leaveOutBad = false) => ({
  draftId,
  leaveOutBad,
  requestKey: randomUUID(),
});

describe("a draft", () => {
  it("is paged in the order of its rows", async () => {
    const own = await ownMiniProgram(desk);
    const rows = [...shops(120), ["坏 行", "x"], ...shops(3)];
    const { draftId } = await checked(desk.operator, unlimitedBatch(own.id, rows));
    const seen: number[] = [];
    for (let after: number | null = 0; after !== null;) {
      const page = await listDraftRows(desk.operator, { draftId, after, limit: 50 });
      expect(page.rows.length).toBeLessThanOrEqual(50);
      seen.push(...page.rows.map(({ row }) => row));
      after = page.next;
    }
    expect(seen).toEqual(Array.from({ length: 124 }, (_, index) => index + 1));
    const bad = await listDraftRows(desk.operator, { draftId, show: "bad" });
    expect(bad.rows).toMatchObject([{ row: 121, cells: ["坏 行", "x"], verdict: "bad" }]);
  });

  it("is nobody else's", async () => {
    const own = await ownMiniProgram(desk);
    const { draftId } = await checked(desk.operator, unlimitedBatch(own.id, shops(2)));
    const other = await asPerson(desk.runtime, "admin");
    const missing = { code: "not_found" };
    await expect(listDraftRows(other, { draftId })).rejects.toMatchObject(missing);
    await expect(planBatch(other, go(draftId))).rejects.toMatchObject(missing);
    const cell = { draftId, row: 1, column: 0, text: "x" };
    await expect(mendCell(other, cell)).rejects.toMatchObject(missing);
  });

  it("knows equal data that were minted before behind another scene, in the same look only", async () => {
    const own = await ownMiniProgram(desk);
    const carries = { as: "payload", fields: [{ name: "shop", column: "店号" }] } as const;
    const rows = shops(5);
    const changes = { carries: { ...carries, fields: [...carries.fields] } };
    const { batchId } = await planned(desk.operator, unlimitedBatch(own.id, rows, changes));
    const again = await checked(
      desk.operator,
      unlimitedBatch(own.id, [...rows.toReversed(), ...shops(1)], changes),
    );
    expect(again).toMatchObject({ newCount: 1, repeatCount: 5, price: { callCount: 1 } });
    const first = await desk.runtime.db.code.findFirstOrThrow({ where: { batchId, batchRow: 5 } });
    const { rows: repeats } = await listDraftRows(desk.operator, {
      draftId: again.draftId,
      show: "repeats",
    });
    expect(repeats[0]).toMatchObject({ row: 1, repeatOf: { codeId: first.id, status: "queued" } });
    const otherLook = unlimitedBatch(own.id, rows, { ...changes, width: 600 });
    expect(await checked(desk.operator, otherLook)).toMatchObject({ newCount: 5, repeatCount: 0 });
    const otherPage = unlimitedBatch(own.id, rows, { ...changes, pageTemplate: "pages/a/b" });
    expect(await checked(desk.operator, otherPage)).toMatchObject({ newCount: 5, repeatCount: 0 });
  });

  it("leaves out what was minted between the check and the start, free", async () => {
    const own = await ownMiniProgram(desk);
    const rows = shops(4);
    const { draftId, price } = await checked(desk.operator, wxacodeBatch(own.id, rows));
    expect(price.limitedCount).toBe(4);
    await planned(desk.operator, wxacodeBatch(own.id, rows.slice(0, 3)));
    const { batchId } = await planBatch(desk.operator, go(draftId));
    expect(await desk.runtime.db.code.count({ where: { batchId } })).toBe(1);
    const batch = await desk.runtime.db.batch.findUniqueOrThrow({ where: { id: batchId } });
    expect(batch).toMatchObject({ limitedCount: 1, rowCount: 4 });
    expect(await own.quota()).toMatchObject({ reserved: 4 });
    await expect(planBatch(desk.operator, go(draftId))).rejects.toMatchObject({
      reason: "batchNothingNew",
    });
  });

  it("takes a mended cell in place, and what it changes for other rows", async () => {
    const own = await ownMiniProgram(desk);
    const rows = [
      ["s-1", "甲"],
      ["西湖", "乙"],
      ["s-1", "丙"],
    ];
    const { draftId } = await checked(desk.operator, unlimitedBatch(own.id, rows));
    const mend = (row: number, text: string) =>
      mendCell(desk.operator, { draftId, row, column: 0, text });
    expect(await mend(2, "s-2")).toMatchObject({ newCount: 2, repeatCount: 1, badCount: 0 });
    expect(await mend(3, "s-3")).toMatchObject({ newCount: 3, repeatCount: 0 });
    expect(await mend(3, " s-2 ")).toMatchObject({ newCount: 2, repeatCount: 1 });
    const both = await Promise.all([mend(3, "s-4"), mend(2, "s-5")]);
    expect(both.some(({ newCount }) => newCount === 3)).toBe(true);
    await expect(mend(4, "x")).rejects.toMatchObject({ code: "not_found" });
    const outside = { draftId, row: 1, column: 2, text: "x" };
    await expect(mendCell(desk.operator, outside)).rejects.toMatchObject({
      reason: "columnUnknown",
    });
    const { batchId } = await planBatch(desk.operator, go(draftId));
    const codes = await desk.runtime.db.code.findMany({
      where: { batchId },
      orderBy: { batchRow: "asc" },
    });
    expect(codes.map(({ scene }) => scene)).toEqual(["s-1", "s-5", "s-4"]);
  });

  it("is not out of date because a cell is mended between two looks at it", async () => {
    const own = await ownMiniProgram(desk);
    const { draftId } = await checked(desk.operator, unlimitedBatch(own.id, shops(4)));
    const { pool } = desk.runtime;
    const mender = await pool.connect();
    try {
      await mender.query("BEGIN");
      await mender.query("LOCK TABLE sheets IN ACCESS EXCLUSIVE MODE");
      const reading = listDraftRows(desk.operator, { draftId });
      const isWaiting = async () => {
        const locks = await pool.query(
          `SELECT FROM pg_locks JOIN pg_database ON pg_database.oid = database
          WHERE datname = current_database() AND NOT granted`,
        );
        return locks.rowCount;
      };
      await expect.poll(isWaiting, { interval: 10 }).toBe(1);
      await mender.query(
        `WITH draft AS (UPDATE batch_drafts SET sheet_revision = sheet_revision + 1 WHERE id = $1
          RETURNING sheet_id)
        UPDATE sheets SET revision = revision + 1 FROM draft WHERE id = sheet_id`,
        [draftId],
      );
      await mender.query("COMMIT");
      expect((await reading).rows).toHaveLength(4);
    } finally {
      mender.release();
    }
  });

  it("is out of date once its sheet was changed past it", async () => {
    const own = await ownMiniProgram(desk);
    const { draftId } = await checked(desk.operator, unlimitedBatch(own.id, shops(2)));
    const draft = await desk.runtime.db.batchDraft.findUniqueOrThrow({ where: { id: draftId } });
    await desk.runtime.db.sheet.update({
      where: { id: draft.sheetId },
      data: { revision: { increment: 1 } },
    });
    const stale = { code: "conflict", reason: "draftStale" };
    await expect(planBatch(desk.operator, go(draftId))).rejects.toMatchObject(stale);
    await expect(listDraftRows(desk.operator, { draftId })).rejects.toMatchObject(stale);
  });
});
