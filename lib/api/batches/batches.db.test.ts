import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { BatchCode } from "@/lib/api/batches/batch-code-view";
import type { Batch } from "@/lib/api/batches/batch-view";
import type { BatchDraft } from "@/lib/api/batches/draft-view";
import type { Problem } from "@/lib/api/problem";
import { openApiDesk } from "@/lib/api/testing/api-desk";
import type { ApiDesk } from "@/lib/api/testing/api-desk";
import { batchForm, rowsOf } from "@/lib/api/batches/testing/batch-form";
import { insertBatch } from "@/lib/batches/testing/insert-batch";
import { killParts, startPart } from "@/lib/testing/start-part";

type Draft = z.input<typeof BatchDraft>;
type BatchJson = z.input<typeof Batch>;

const SOON = { timeout: 60_000, interval: 200 };

let desk: ApiDesk;
beforeAll(async () => {
  desk = await openApiDesk();
  desk.sandbox.state.configure({ drawing: "once" });
});
afterAll(async () => {
  killParts();
  await desk.close();
});

const problem = async (response: Response) => (await response.json()) as Problem;

async function create(rows: object[], changes: object = {}): Promise<Draft> {
  const response = await desk.ask("POST /batches", { body: batchForm(desk, { rows, ...changes }) });
  const text = await response.text();
  expect(response.status, text).toBe(201);
  const draft = JSON.parse(text) as Draft;
  expect(response.headers.get("location")).toBe(`/api/v1/batches/${draft.id}`);
  return draft;
}

async function start(id: string, body: object = {}): Promise<BatchJson> {
  const response = await desk.ask(`POST /batches/${id}/start`, { body });
  const text = await response.text();
  expect(response.status, text).toBe(200);
  return JSON.parse(text) as BatchJson;
}

async function read<Answer>(path: string): Promise<Answer> {
  return (await (await desk.ask(`GET ${path}`)).json()) as Answer;
}

const codesOf = (id: string, query = "") =>
  read<{ data: z.input<typeof BatchCode>[]; next: string | null }>(`/batches/${id}/codes${query}`);

async function refused(call: string, options: Parameters<ApiDesk["ask"]>[1] = {}) {
  const response = await desk.ask(call, options);
  const { code, reason } = await problem(response);
  return [response.status, code, reason];
}

describe("a batch of JSON rows", () => {
  it("is a draft, is checked, started under the same id, minted, and its codes are told", async () => {
    const rows = [
      { 店号: `${randomUUID().slice(0, 8)}`, 店名: "朝阳店", 号: 7 },
      { 店号: `${randomUUID().slice(0, 8)}`, 店名: "海淀店", 备注: true, 号: null },
    ];
    const draft = await create(rows);
    expect(draft).toMatchObject({
      status: "draft",
      columns: ["店号", "店名", "号", "备注"],
      rowCount: 2,
      newCount: 2,
      badCount: 0,
      price: { limitedCount: 0, callCount: 2, isAffordable: true },
    });
    expect(draft.samples[0]).toMatchObject({ row: 1, label: "朝阳店", scene: rows[0]?.店号 });
    const { id } = draft;
    expect(await read(`/batches/${id}`)).toEqual(draft);
    const checked = await desk.ask(`POST /batches/${id}/preflight`);
    expect(await checked.json()).toEqual(draft);
    const cells = await read<{ data: { cells: string[] }[] }>(`/batches/${id}/rows?limit=1`);
    expect(cells).toMatchObject({ data: [{ cells: [rows[0]?.店号, "朝阳店", "7", ""] }] });

    expect(await start(id)).toMatchObject({ id, status: "running", rowCount: 2 });
    await startPart("worker", desk.runtime.env);
    await expect
      .poll(async () => (await read<BatchJson>(`/batches/${id}`)).status, SOON)
      .toBe("done");
    killParts();
    const batch = await read<BatchJson>(`/batches/${id}`);
    expect(batch).toMatchObject({ counts: { minted: 2, queued: 0 }, failures: [], pause: null });
    const { data, next } = await codesOf(id, "?show=minted");
    expect(data.map(({ row, label, status }) => [row, label, status])).toEqual([
      [1, "朝阳店", "minted"],
      [2, "海淀店", "minted"],
    ]);
    expect(data[0]?.imageUrl).toContain(`/api/v1/codes/${data[0]?.codeId}/image`);
    expect(next).toBeNull();
    const list = await read<{ data: BatchJson[] }>("/batches?status=done");
    expect(list.data.map((row) => row.id)).toContain(id);
    const again = await create(rows);
    expect(again).toMatchObject({ newCount: 0, repeatCount: 2 });
    expect(await refused(`POST /batches/${again.id}/start`, { body: {} })).toEqual([
      422,
      "invalid_input",
      "batchNothingNew",
    ]);
  });

  it("names its bad rows, and leaves them out only when asked to", async () => {
    const [good, bad] = rowsOf(2);
    const draft = await create([{ ...good }, { ...bad, 店名: "" }]);
    expect(draft).toMatchObject({ newCount: 1, badCount: 1 });
    const [first] = draft.badRows;
    expect(first).toMatchObject({ row: 2, field: "label", column: "店名", reason: "labelMissing" });
    expect(first?.detail).toMatch(/^[\x20-\x7e]+$/);
    const answer = await desk.ask(`POST /batches/${draft.id}/start`, { body: {} });
    const told = await problem(answer);
    expect([answer.status, told.reason]).toEqual([422, "batchBadRows"]);
    expect(told.errors).toMatchObject([{ pointer: "/rows/1" }]);
    expect(told.detail).toContain("row 2");
    const batch = await start(draft.id, { leaveOutBad: true });
    expect(batch.counts).toMatchObject({ queued: 1, bad: 1 });
    const { data } = await codesOf(draft.id, "?show=skipped");
    expect(data).toMatchObject([
      { row: 2, status: "skipped", skippedWhy: "bad", problems: [{ reason: "labelMissing" }] },
    ]);
  });

  it("started twice is one batch, and is checked no more", async () => {
    const { id } = await create(rowsOf(2));
    const both = await Promise.all([start(id), start(id)]);
    expect(both.map((batch) => batch.id)).toEqual([id, id]);
    expect(await desk.runtime.db.code.count({ where: { batchId: id } })).toBe(2);
    expect(await refused(`POST /batches/${id}/preflight`)).toEqual([
      409,
      "conflict",
      "batchStarted",
    ]);
  });

  it("is checked again against what was minted since", async () => {
    const rows = rowsOf(3);
    const { id } = await create(rows);
    await start((await create(rows.slice(0, 2))).id);
    const checked = await desk.ask(`POST /batches/${id}/preflight`);
    expect(await checked.json()).toMatchObject({ id, newCount: 1, repeatCount: 2 });
  });

  it("is pages of codes that follow each other", async () => {
    const { id } = await create(rowsOf(3));
    await start(id);
    const first = await codesOf(id, "?limit=2");
    const second = await codesOf(id, `?limit=2&cursor=${first.next}`);
    expect([...first.data, ...second.data].map(({ row }) => row)).toEqual([1, 2, 3]);
    expect(second.next).toBeNull();
  });
});

describe("a batch under way", () => {
  it("is paused, resumed and cancelled, and says when that cannot be", async () => {
    const { id } = await create(rowsOf(2));
    const steer = async (act: string) => {
      const response = await desk.ask(`POST /batches/${id}/${act}`);
      return [
        response.status,
        (await response.json()) as BatchJson & Pick<Problem, "reason">,
      ] as const;
    };
    expect(await steer("pause")).toMatchObject([409, { reason: "batchIsDraft" }]);
    expect(await refused(`GET /batches/${id}/codes`)).toEqual([409, "conflict", "batchIsDraft"]);
    await start(id);
    expect(await steer("pause")).toMatchObject([200, { status: "paused" }]);
    const { pause, may } = await read<BatchJson>(`/batches/${id}`);
    expect(pause).toMatchObject({ why: "person", endsByItself: null });
    expect(may).toEqual({ pause: false, resume: true, cancel: true, retry: false });
    expect(await steer("resume")).toMatchObject([200, { status: "running", pause: null }]);
    expect(await steer("retry")).toMatchObject([200, { status: "running" }]);
    const [, cancelled] = await steer("cancel");
    expect(cancelled).toMatchObject({ status: "cancelled", counts: { refused: 2 } });
    expect(cancelled.failures).toMatchObject([{ count: 2, failure: { quotaUsed: "no" } }]);
    expect(await steer("pause")).toMatchObject([409, { reason: "batchNotRunning" }]);
    expect(await steer("resume")).toMatchObject([409, { reason: "batchNotPaused" }]);
    expect(await steer("retry")).toMatchObject([409, { reason: "batchNotRetryable" }]);
    const done = await insertBatch(desk.operator, desk.miniProgramId, 1);
    const ended = { status: "done", finishedAt: new Date() } as const;
    await desk.runtime.db.batch.update({ where: { id: done }, data: ended });
    expect(await refused(`POST /batches/${done}/cancel`)).toEqual([409, "conflict", "batchDone"]);
  });

  it("tries failed rows again, of which it tells the cause in the caller's language", async () => {
    const id = await insertBatch(desk.operator, desk.miniProgramId, 2);
    const failed = { status: "refused", failureWhy: "not_sent:paused" } as const;
    await desk.runtime.db.code.updateMany({ where: { batchId: id, batchRow: 1 }, data: failed });
    const headers = { "Accept-Language": "zh-CN" };
    const told = await (await desk.ask(`GET /batches/${id}`, { headers })).json();
    const [group] = (told as BatchJson).failures;
    expect(group).toMatchObject({ count: 1, mayRetry: true, example: { row: 1 } });
    expect(group?.failure.cause).toMatch(/[一-龥]/);
    const { data } = await codesOf(id, "?show=failed");
    expect(data).toMatchObject([{ row: 1, failure: { why: "not_sent:paused" }, imageUrl: null }]);
    const retried = await desk.ask(`POST /batches/${id}/retry`);
    expect(await retried.json()).toMatchObject({ counts: { queued: 2, refused: 0 } });
  });

  it("waits behind three rows when it is to be a pilot", async () => {
    const { id } = await create(rowsOf(4));
    await start(id, { pilot: true });
    const batch = await desk.runtime.db.batch.findUniqueOrThrow({ where: { id } });
    expect(batch.pilotUntilRow).toBe(3);
  });

  it("does not steer twice under one key", async () => {
    const { id } = await create(rowsOf(1));
    await start(id);
    const headers = { "Idempotency-Key": randomUUID() };
    const pause = async () => (await desk.ask(`POST /batches/${id}/pause`, { headers })).text();
    const first = await pause();
    await desk.ask(`POST /batches/${id}/resume`);
    expect(await pause()).toBe(first);
    expect((await read<BatchJson>(`/batches/${id}`)).status).toBe("running");
  });
});
