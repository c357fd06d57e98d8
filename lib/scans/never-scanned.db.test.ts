import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "@/lib/core/context";
import type { Runtime } from "@/lib/runtime";
import { exportNeverScanned, NEVER_SCANNED_COLUMNS } from "@/lib/scans/export-never-scanned";
import type { NeverScannedWords } from "@/lib/scans/export-never-scanned";
import { listNeverScanned } from "@/lib/scans/list-never-scanned";
import { addCode, addMiniProgram, addScene, count, hear } from "@/lib/scans/testing/scan-desk";
import { asPerson, openTestRuntime } from "@/lib/testing/test-runtime";

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
const WORDS = Object.fromEntries(
  NEVER_SCANNED_COLUMNS.map((column) => [column, column]),
) as NeverScannedWords;

let runtime: Runtime;
let marketing: Context;
let miniProgramId: string;

beforeAll(async () => {
  runtime = await openTestRuntime();
  marketing = await asPerson(runtime, "marketing");
  miniProgramId = await addMiniProgram(runtime);
});
afterAll(() => runtime.close());

const ask = (ctx: Context, changes: object) =>
  listNeverScanned(ctx, { miniProgramId, days: 30, ...changes });

const labels = async (days: number) =>
  (await listNeverScanned(marketing, { miniProgramId, days })).rows.map(({ label }) => label);

test("they are minted B codes of the release whose scene has no counted scan", async () => {
  const [scanned, tested, quiet, retired] = await Promise.all(
    ["scanned", "tested", "quiet", "retired"].map((value) =>
      addScene(runtime, miniProgramId, { value }),
    ),
  );
  await runtime.db.scene.update({
    where: { id: retired?.id },
    data: { retiredAt: daysAgo(1), retiredWhy: "lost", retiredBy: "林悦" },
  });
  const old = { createdAt: daysAgo(40) };
  const add = (scene: string | undefined, label: string, changes = {}) =>
    addCode(runtime, miniProgramId, scene ?? "", { ...old, label, ...changes });
  await add(scanned?.value, "被扫过");
  await add(tested?.value, "只测过");
  await add(quiet?.value, "没人扫");
  await add(quiet?.value, "体验版", { envVersion: "trial" });
  await add(quiet?.value, "刚铸成", { createdAt: daysAgo(2) });
  await add(quiet?.value, "排了很久", { mintedAt: daysAgo(1) });
  await add(retired?.value, "已停用");
  await runtime.db.scanTest.create({
    data: {
      sceneId: tested?.id ?? "",
      token: "tested",
      startedBy: "林悦",
      startedAt: daysAgo(3),
      expiresAt: daysAgo(2),
    },
  });
  for (const scene of [scanned, tested]) {
    await hear(runtime, { sceneId: scene?.id ?? "", at: daysAgo(2.5) });
  }
  await count(runtime);
  expect((await labels(30)).toSorted()).toEqual(["只测过", "没人扫"].toSorted());
  expect(await labels(41)).toEqual([]);
  expect(await labels(1)).toContain("刚铸成");
});

test("pages follow one another, and the file has all of them", async () => {
  const other = await addMiniProgram(runtime);
  for (let place = 0; place < 5; place += 1) {
    const { value } = await addScene(runtime, other);
    const createdAt = daysAgo(10 + place);
    await addCode(runtime, other, value, { label: `海报 ${place}`, createdAt });
  }
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const input = { miniProgramId: other, days: 7, limit: 2, cursor };
    const page = await listNeverScanned(marketing, input);
    seen.push(...page.rows.map(({ label }) => label));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(["海报 0", "海报 1", "海报 2", "海报 3", "海报 4"]);
  const filters = { miniProgramId: other, days: 7 };
  const file = await exportNeverScanned(marketing, filters, WORDS, "csv");
  expect((await new Response(file).text()).trimEnd().split("\r\n")).toHaveLength(6);
});

test("a page looks through so many codes and no more, and the next one goes on behind them", async () => {
  const crowded = await addMiniProgram(runtime);
  await runtime.db.$executeRaw`
    INSERT INTO codes (id, mini_program_id, kind, label, target, width, reason, identity, created_by_name,
      created_at, updated_at)
    SELECT gen_random_uuid(), ${crowded}::uuid, 'WXACODE', 'p' || n, 'pages/shop/index', 430, '印刷',
      md5(n::text) || md5('x' || n), '林悦', now() - interval '20 days', now()
    FROM generate_series(1, 10001) AS n`;
  const { value } = await addScene(runtime, crowded);
  await addCode(runtime, crowded, value, { label: "最老的", createdAt: daysAgo(30) });
  const first = await listNeverScanned(marketing, { miniProgramId: crowded, days: 7 });
  expect(first.rows).toEqual([]);
  const input = { miniProgramId: crowded, days: 7, cursor: first.next ?? "" };
  const second = await listNeverScanned(marketing, input);
  expect(second.rows.map(({ label }) => label)).toEqual(["最老的"]);
  expect(second.next).toBeNull();
});

test("a stranger, a bad number of days and a foreign cursor are refused", async () => {
  const stranger = { ...marketing, actor: { kind: "anonymous", id: null, name: "—" } } as const;
  await expect(ask(stranger, {})).rejects.toMatchObject({ code: "not_signed_in" });
  await expect(ask(marketing, { days: 0 })).rejects.toMatchObject({ name: "ZodError" });
  await expect(ask(marketing, { cursor: "garbage" })).rejects.toMatchObject({
    reason: "cursorInvalid",
  });
});
