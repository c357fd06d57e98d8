import { randomUUID } from "node:crypto";
import type { PlanBatchInput } from "@/lib/batches/schema";
import type { Context } from "@/lib/core/context";
import type { Runtime } from "@/lib/runtime";

type Input<Kind extends PlanBatchInput["kind"]> = Extract<PlanBatchInput, { kind: Kind }>;

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
