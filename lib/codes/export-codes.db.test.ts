import { afterAll, beforeAll, expect, test } from "vitest";
import { exportCodes, EXPORT_COLUMNS } from "@/lib/codes/export-codes";
import type { ExportWords } from "@/lib/codes/export-codes";
import { insertCodes } from "@/lib/codes/testing/insert-codes";
import type { Context } from "@/lib/core/context";
import type { Runtime } from "@/lib/runtime";
import { asPerson, openTestRuntime } from "@/lib/testing/test-runtime";

const COUNT = 450;
const WORDS: ExportWords = {
  columns: {
    ...(Object.fromEntries(EXPORT_COLUMNS.map((name) => [name, name])) as ExportWords["columns"]),
    label: "名称",
  },
  kind: { WXACODE: "A 限额", WXACODE_UNLIMITED: "B 不限量", WXA_QRCODE: "C 方形 限额" },
  status: {
    queued: "排队中",
    sent: "等微信回应",
    minted: "已铸成",
    refused: "被拒绝",
    unknown: "结果不明",
  },
  envVersion: { release: "正式版", trial: "体验版", develop: "开发版" },
};

let runtime: Runtime;
let marketing: Context;
let ids: string[];

beforeAll(async () => {
  runtime = await openTestRuntime({ MINTDESK_URL: "https://desk.example.com" });
  marketing = await asPerson(runtime, "marketing");
  ids = await insertCodes(runtime, COUNT, (index) => ({
    ...(index === 1 && { label: '=HYPERLINK("x")', tags: ["门店", "华东"] }),
    envVersion: index === 0 ? "trial" : "release",
  }));
});
afterAll(() => runtime.close());

const address = (id: string) => `https://desk.example.com/codes/${id}`;

async function linesOf(ctx: Context, filters: Parameters<typeof exportCodes>[1]) {
  const bytes = await new Response(await exportCodes(ctx, filters, WORDS, "csv")).bytes();
  expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  const lines = new TextDecoder().decode(bytes).split("\r\n");
  expect(lines.pop()).toBe("");
  return lines;
}

/** The same context, which counts the pages it reads. */
function counting(ctx: Context): { ctx: Context; pageCount: () => number } {
  let pageCount = 0;
  const db = Object.create(runtime.db, {
    $queryRaw: {
      value: (...query: Parameters<typeof runtime.db.$queryRaw>) => {
        pageCount += 1;
        return runtime.db.$queryRaw(...query);
      },
    },
  }) as Runtime["db"];
  return { ctx: { ...ctx, runtime: { ...runtime, db } }, pageCount: () => pageCount };
}

test("450 codes come out complete, newest first, with their words", async () => {
  const [head, ...rows] = await linesOf(marketing, { envVersion: "any" });
  expect(head?.split(",").slice(0, 3)).toEqual(["名称", "serial", "miniProgram"]);
  expect(rows.map((row) => row.split(",").at(-1))).toEqual(ids.map(address).toReversed());
  const { serial: serialOfLast } = await runtime.db.code.findUniqueOrThrow({
    where: { id: ids[449] },
  });
  expect(rows[0]).toBe(
    `海报 449,${serialOfLast},山茶便利,,A 限额,排队中,pages/shop/index?id=449,,正式版,430,#000000,,林悦,` +
      `2026-02-17T06:59:00+08:00,,,${address(ids[449] ?? "")}`,
  );
  expect(rows.at(-2)).toContain(`"'=HYPERLINK(""x"")",`);
  expect(rows.at(-2)).toContain(`"门店, 华东"`);
});

test("the filters of the list hold for the file", async () => {
  expect(await linesOf(marketing, {})).toHaveLength(COUNT);
  expect(await linesOf(marketing, { envVersion: "trial" })).toHaveLength(2);
  expect(await linesOf(marketing, { search: "没有这个" })).toHaveLength(1);
});

test("a stranger gets no file", async () => {
  const stranger = { ...marketing, actor: { kind: "anonymous", id: null, name: "—" } } as const;
  await expect(exportCodes(stranger, {}, WORDS, "csv")).rejects.toMatchObject({
    code: "not_signed_in",
  });
});

test("pages are read when asked for, and no more once the reader has gone", async () => {
  const { ctx, pageCount } = counting(marketing);
  const reader = (await exportCodes(ctx, { envVersion: "any" }, WORDS, "csv")).getReader();
  await reader.read();
  expect(pageCount()).toBe(0);
  await reader.read();
  expect(pageCount()).toBe(1);
  await reader.cancel();
  expect(pageCount()).toBe(1);
  expect((await reader.read()).done).toBe(true);
  expect(pageCount()).toBe(1);
});
