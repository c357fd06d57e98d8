import { randomUUID } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { checkRows } from "@/lib/batches/check-rows";
import type { BatchCheck } from "@/lib/batches/draft-schema";
import { planBatch } from "@/lib/batches/plan-batch";
import { runBatch } from "@/lib/batches/run-batch";
import type { CheckRowsInput, PlanBatchInput, PlanBatchResult } from "@/lib/batches/schema";
import type { Context } from "@/lib/core/context";
import { withLongTransaction } from "@/lib/db/transaction";
import type { Runtime } from "@/lib/runtime";
import { insertRows } from "@/lib/sheets/insert-rows";

interface Rows {
  columns: string[];
  rows: string[][];
}
type Go = Omit<PlanBatchInput, "draftId">;
type Input<Kind extends CheckRowsInput["kind"]> = Omit<
  Extract<CheckRowsInput, { kind: Kind }>,
  "sheetId"
> &
  Rows &
  Go;
export type BatchInput = Input<"WXACODE_UNLIMITED"> | Input<"WXACODE">;

/** Keeps the rows as a sheet of the person's, cell by cell as they stand here. */
export async function keepSheet(ctx: Context, { columns, rows }: Rows): Promise<string> {
  const id = uuidv7();
  await withLongTransaction(ctx, async (tctx) => {
    const own = { id, ownerId: ctx.actor.id, source: "file", createdAt: ctx.now() };
    await tctx.tx.sheet.create({ data: { ...own, columns, rowCount: rows.length, samples: [] } });
    await insertRows(tctx, id, inChunks(rows), false);
  });
  return id;
}

function* inChunks(rows: string[][]): Generator<string[][]> {
  for (let first = 0; first < rows.length; first += 1_000) yield rows.slice(first, first + 1_000);
}

/** Rows kept and checked. */
export async function checked(ctx: Context, input: BatchInput): Promise<BatchCheck> {
  const { columns, rows, requestKey: _key, leaveOutBad: _leave, pilot: _pilot, ...form } = input;
  const sheetId = await keepSheet(ctx, { columns, rows });
  return checkRows(ctx, { ...form, sheetId } as CheckRowsInput);
}

/** Rows kept, checked and planned. */
export async function planned(ctx: Context, input: BatchInput): Promise<PlanBatchResult> {
  const { draftId } = await checked(ctx, input);
  const { requestKey, leaveOutBad, pilot } = input;
  return planBatch(ctx, { draftId, requestKey, leaveOutBad, pilot });
}

/** Shops numbered from 1, in two columns. */
export function shops(count: number, prefix = randomUUID().slice(0, 6)): string[][] {
  return Array.from({ length: count }, (_, index) => [
    `${prefix}-${index + 1}`,
    `门店 ${index + 1}`,
  ]);
}

/** A filled-in form for B codes, one shop number into each scene. */
export function unlimitedBatch(
  miniProgramId: string,
  rows: string[][],
  changes: Partial<Input<"WXACODE_UNLIMITED">> = {},
): Input<"WXACODE_UNLIMITED"> {
  return {
    kind: "WXACODE_UNLIMITED",
    name: "三月桌贴",
    requestKey: randomUUID(),
    leaveOutBad: false,
    pilot: false,
    miniProgramId,
    campaignId: null,
    tags: ["桌贴"],
    width: 430,
    autoColor: false,
    lineColor: "#07C160",
    isHyaline: false,
    envVersion: "release",
    checkPath: true,
    labelTemplate: "{店名} 桌贴",
    pageTemplate: "pages/index/index",
    carries: { as: "scene", column: "店号" },
    columns: ["店号", "店名"],
    rows,
    ...changes,
  };
}

/** A filled-in form for A codes, one shop number into each path. */
export function wxacodeBatch(
  miniProgramId: string,
  rows: string[][],
  changes: Partial<Input<"WXACODE">> = {},
): Input<"WXACODE"> {
  return {
    kind: "WXACODE",
    name: "海报",
    requestKey: randomUUID(),
    leaveOutBad: false,
    pilot: false,
    miniProgramId,
    campaignId: null,
    tags: [],
    width: 430,
    autoColor: false,
    lineColor: "#000000",
    isHyaline: false,
    envVersion: "release",
    labelTemplate: "{店名} 海报",
    pathTemplate: "pages/shop/index?id={店号}",
    reason: "印在大楼外墙上",
    columns: ["店号", "店名"],
    rows,
    ...changes,
  };
}

/** The context of the worker's runs. */
export function runner(runtime: Runtime): Context {
  const actor = { kind: "job", id: null, name: "batches.run" } as const;
  return { actor, runtime, now: () => new Date(), requestId: randomUUID(), address: null };
}

/** The one run that is due, as the queue would start it. */
export async function dueRun(
  runtime: Runtime,
  batchId: string,
): Promise<{ batchId: string; runToken: string }> {
  const { runToken } = await runtime.db.batch.findUniqueOrThrow({ where: { id: batchId } });
  return { batchId, runToken: runToken ?? "" };
}

/** Carries the run that is due out, as the worker would. */
export async function runDue(runtime: Runtime, batchId: string): Promise<void> {
  await runBatch(runner(runtime), await dueRun(runtime, batchId));
}
