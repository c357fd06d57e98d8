import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BATCH_EXPORT_COLUMNS, exportBatchRows } from "@/lib/batches/export-batch-rows";
import type { BatchExportWords } from "@/lib/batches/export-batch-rows";
import { listBatches } from "@/lib/batches/list-batches";
import { listBatchRows } from "@/lib/batches/list-batch-rows";
import { runBatch } from "@/lib/batches/run-batch";
import { dueRun, planned, runner, shops, unlimitedBatch } from "@/lib/batches/testing/batch-input";
import { wakeBatches } from "@/lib/batches/wake-batches";
import { lowerPace, takeSends } from "@/lib/codes/send-pace";
import { readBytes } from "@/lib/sheets/read/testing/row-files";
import { ownMiniProgram } from "@/lib/testing/own-mini-program";
import { openSandboxDesk } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

let desk: SandboxDesk;
let batchId = "";

const ROWS = [
  ["r-1", "=SUM(A1)"],
  ["r-2", "朝阳,店"],
  ["r-1", "=SUM(A1)"],
  ["坏", "丁"],
  ["r-5", "戊"],
];

beforeAll(async () => {
  desk = await openSandboxDesk();
  const own = await ownMiniProgram(desk);
  const input = unlimitedBatch(own.id, ROWS, { leaveOutBad: true, labelTemplate: "{店名}" });
  ({ batchId } = await planned(desk.operator, input));
  const { id } = await desk.runtime.db.code.findFirstOrThrow({ where: { batchId, batchRow: 5 } });
  // As WeChat would have refused it.
  await desk.runtime.db.code.update({
    where: { id },
    data: {
      status: "refused",
      failureErrcode: 40097,
      failureWhy: "api_error",
      failureRid: "rid-5",
    },
  });
  await runBatch(runner(desk.runtime), await dueRun(desk.runtime, batchId));
});
afterAll(() => desk.close());

const same = <Key extends string>(keys: readonly Key[]) =>
  Object.fromEntries<string>(keys.map((key) => [key, key])) as Record<Key, string>;
const WORDS: BatchExportWords = {
  language: "zh",
  columns: same(BATCH_EXPORT_COLUMNS),
  status: same(["queued", "sent", "minted", "refused", "unknown", "skipped"]),
  quotaUsed: same(["no", "unknown"]),
  problem: ({ field, reason }) => `${field}: ${reason}`,
  repeat: (ofRow) => `same as row ${ofRow}`,
};
const csv = async (part: "done" | "skipped" | "failed") => {
  const stream = await exportBatchRows(desk.marketing, { batchId, part }, WORDS);
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  expect(Buffer.from(bytes.slice(0, 3)).toString("hex")).toBe("efbbbf");
  const [header, ...lines] = new TextDecoder().decode(bytes).trimEnd().split("\r\n");
  expect(header).toBe(BATCH_EXPORT_COLUMNS.join(","));
  return lines;
};

describe("the result files", () => {
  it("name every row of the input once between the three of them", async () => {
    const [done, skipped, failed] = [await csv("done"), await csv("skipped"), await csv("failed")];
    expect(done).toHaveLength(2);
    expect(done[0]).toMatch(
      /^1,'=SUM\(A1\),[A-Y\d]{3}-\d{4},minted,pages\/index\/index,r-1,2\d{3}-.*\+08:00,[0-9a-f]{64},/,
    );
    expect(done[1]).toMatch(/^2,"朝阳,店",[A-Y\d]{3}-\d{4},minted,/);
    expect(skipped).toEqual([
      "3,'=SUM(A1),,skipped,,,,,,same as row 1,,,,",
      "4,丁,,skipped,,,,,,scene: sceneCharacters,,,,",
    ]);
    expect(failed).toHaveLength(1);
    expect(failed[0]).toMatch(
      /^5,戊,[A-Y\d]{3}-\d{4},refused,pages\/index\/index,r-5,,,40097,.+,.+,no,rid-5,http/,
    );
  });
});

describe("the result files as XLSX", () => {
  it("hold the same cells, where a text that looks like a formula is only a text", async () => {
    const input = { batchId, part: "skipped", format: "xlsx" } as const;
    const stream = await exportBatchRows(desk.marketing, input, WORDS);
    const { form, rows } = await readBytes(await new Response(stream).bytes());
    expect(form.format).toBe("xlsx");
    expect(rows).toEqual([
      [...BATCH_EXPORT_COLUMNS],
      ["3", "=SUM(A1)", "", "skipped", "", "", "", "", "", "same as row 1"],
      ["4", "丁", "", "skipped", "", "", "", "", "", "scene: sceneCharacters"],
    ]);
  });
});

describe("the rows", () => {
  it("come page by page in the input's order, skipped ones among them", async () => {
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await listBatchRows(desk.operator, { batchId, limit: 2, cursor });
      seen.push(...page.rows.map(({ row, state }) => [row, state]));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual([
      [1, "minted"],
      [2, "minted"],
      [3, "skipped"],
      [4, "skipped"],
      [5, "refused"],
    ]);
    const failed = await listBatchRows(desk.operator, { batchId, show: "failed" });
    expect(failed.rows).toMatchObject([{ row: 5, failure: { errcode: 40097, rid: "rid-5" } }]);
  });
});

describe("the list", () => {
  it("pages newest first and narrows", async () => {
    const own = await ownMiniProgram(desk);
    const ids: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      ids.unshift((await planned(desk.operator, unlimitedBatch(own.id, shops(1)))).batchId);
    }
    const first = await listBatches(desk.marketing, { miniProgramId: own.id, limit: 2 });
    expect(first.rows.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    const cursor = first.next ?? "";
    const second = await listBatches(desk.marketing, { miniProgramId: own.id, limit: 2, cursor });
    expect(second.rows.map(({ id }) => id)).toEqual(ids.slice(2));
    expect(second.next).toBeNull();
    const done = await listBatches(desk.marketing, { status: "done" });
    expect(done.rows).toMatchObject([
      { id: batchId, counts: { minted: 2, refused: 1, repeats: 1, bad: 1 }, rowCount: 5 },
    ]);
  });
});

describe("a batch whose job was lost", () => {
  it("is woken, and one that has its job is left alone", async () => {
    const own = await ownMiniProgram(desk);
    const { batchId } = await planned(desk.operator, unlimitedBatch(own.id, shops(2)));
    const before = await dueRun(desk.runtime, batchId);
    await wakeBatches(runner(desk.runtime));
    expect(await dueRun(desk.runtime, batchId)).toEqual(before);
    await desk.runtime.db.$executeRaw`
      DELETE FROM pgboss.job WHERE data ->> 'batchId' = ${batchId}`;
    await wakeBatches(runner(desk.runtime));
    const after = await dueRun(desk.runtime, batchId);
    expect(after).not.toEqual(before);
    await runBatch(runner(desk.runtime), after);
    expect(own.requests("getwxacodeunlimit")).toHaveLength(2);
    await expect(wakeBatches(desk.admin)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is woken when a process took its job and died before it began, and not a moment after it was taken", async () => {
    const own = await ownMiniProgram(desk);
    const { batchId } = await planned(desk.operator, unlimitedBatch(own.id, shops(2)));
    const before = await dueRun(desk.runtime, batchId);
    const takenAgo = (seconds: number) => desk.runtime.db.$executeRaw`
      UPDATE pgboss.job SET state = 'active', started_on = now() - make_interval(secs => ${seconds}::float)
      WHERE data ->> 'batchId' = ${batchId}`;
    await takenAgo(1);
    await wakeBatches(runner(desk.runtime));
    expect(await dueRun(desk.runtime, batchId)).toEqual(before);
    await takenAgo(7);
    await wakeBatches(runner(desk.runtime));
    const after = await dueRun(desk.runtime, batchId);
    expect(after).not.toEqual(before);
    await runBatch(runner(desk.runtime), before);
    expect(own.requests("getwxacodeunlimit"), "by the one that was given up").toEqual([]);
    await runBatch(runner(desk.runtime), after);
    expect(own.requests("getwxacodeunlimit")).toHaveLength(2);
  });
});

describe("the pace", () => {
  it("is one for all who ask: slices follow each other at 4,950 a minute", async () => {
    const { id } = await ownMiniProgram(desk);
    const grants = await Promise.all(
      Array.from({ length: 10 }, () => takeSends(desk.runtime.db, id, 20)),
    );
    const starts = grants.map(({ waitMs }) => waitMs).toSorted((one, other) => one - other);
    for (const { spacingMs } of grants) expect(spacingMs).toBeCloseTo(60_000 / 4_950, 3);
    // Ten slices of 20 take 2.4 s; what passed while they were asked for is off the later waits.
    expect(starts.at(-1)).toBeGreaterThan(9 * 20 * (60_000 / 4_950) - 1_000);
    expect(starts.at(-1)).toBeLessThanOrEqual(9 * 20 * (60_000 / 4_950) + 1);
  });

  it("steps down once for refusals that come together, and rises with time", async () => {
    const { id } = await ownMiniProgram(desk);
    const { db } = desk.runtime;
    const perMinute = async () => 60_000 / (await takeSends(db, id, 1)).spacingMs;
    await perMinute();
    await Promise.all([1, 2, 3].map(() => lowerPace(db, id)));
    expect(await perMinute()).toBeGreaterThan(4_950 * 0.8 - 1);
    expect(await perMinute()).toBeLessThan(4_950 * 0.85);
    await db.$executeRaw`
      UPDATE send_paces SET lowered_at = lowered_at - interval '60 seconds' WHERE mini_program_id = ${id}::uuid`;
    expect(await perMinute()).toBeCloseTo(4_950, 3);
  });
});
