import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "@/lib/core/context";
import { addDays } from "@/lib/quota/beijing-day";
import type { Runtime } from "@/lib/runtime";
import { exportScanDays, SCAN_DAY_COLUMNS } from "@/lib/scans/export-scan-days";
import type { ScanDayWords } from "@/lib/scans/export-scan-days";
import { getScanFigures } from "@/lib/scans/get-scan-figures";
import { getSceneScans } from "@/lib/scans/get-scene-scans";
import { listScanDays } from "@/lib/scans/list-scan-days";
import type { ScanSpan } from "@/lib/scans/schema";
import { spanOfPeriod } from "@/lib/scans/span-of-period";
import { addCode, addMiniProgram, addScene, count, hear } from "@/lib/scans/testing/scan-desk";
import { asPerson, openTestRuntime } from "@/lib/testing/test-runtime";

const TODAY = "2026-11-21";
const WEEK = { from: addDays(TODAY, -6), to: TODAY };
const noon = (daysAgo: number) => new Date(`${addDays(TODAY, -daysAgo)}T12:00:00+08:00`);
const WORDS = Object.fromEntries(
  SCAN_DAY_COLUMNS.map((column) => [column, column]),
) as ScanDayWords;
const NOBODY = "00000000-0000-4000-8000-000000000000";

let runtime: Runtime;
let marketing: Context;
let miniProgramId: string;
let poster: { id: string; value: string };
let table: { id: string; value: string };
let campaignId: string;
let codeId: string;

/** So many scans of a scene, by different visitors. */
async function scan(sceneId: string, daysAgo: number, times: number) {
  const visitors = Array.from({ length: times }, (_, place) => BigInt(place));
  await hear(runtime, ...visitors.map((visitor) => ({ sceneId, at: noon(daysAgo), visitor })));
}

/** A poster of a campaign with channels (4 this week, 2 before) and a table without one (1 and 0). */
beforeAll(async () => {
  runtime = await openTestRuntime({ MINTDESK_URL: "https://desk.example.com" });
  marketing = { ...(await asPerson(runtime, "marketing")), now: () => noon(0) };
  miniProgramId = await addMiniProgram(runtime);
  const campaign = await runtime.db.campaign.create({
    data: { name: "春促", channelField: "channel" },
  });
  campaignId = campaign.id;
  const before = await runtime.db.campaign.create({ data: { name: "旧活动" } });
  poster = await addScene(runtime, miniProgramId, {
    value: "poster",
    payload: { channel: "地铁" },
  });
  table = await addScene(runtime, miniProgramId, { value: "table" });
  const old = { campaignId: before.id, createdAt: noon(50) };
  await addCode(runtime, miniProgramId, "poster", old);
  codeId = await addCode(runtime, miniProgramId, "poster", {
    campaignId,
    label: "=地铁海报",
    createdAt: noon(40),
  });
  await addCode(runtime, miniProgramId, "table", { createdAt: noon(40) });
  await scan(poster.id, 0, 3);
  await scan(poster.id, 6, 1);
  await scan(poster.id, 8, 2);
  await scan(table.id, 2, 1);
  await hear(runtime, { sceneId: table.id, at: noon(2), visitor: 0n });
  const other = await addMiniProgram(runtime);
  await scan((await addScene(runtime, other)).id, 0, 9);
  await count(runtime);
});
afterAll(() => runtime.close());

const figures = (changes: Partial<ScanSpan> = {}) =>
  getScanFigures(marketing, { miniProgramId, ...WEEK, ...changes });

test("the days of a span stand beside as many days before, without a gap", async () => {
  const { days, daysBefore, total, totalBefore, firstAt, lastAt } = await figures();
  expect(days.map(({ day, scans }) => `${day} ${scans}`)).toEqual([
    "2026-11-15 1",
    "2026-11-16 0",
    "2026-11-17 0",
    "2026-11-18 0",
    "2026-11-19 1",
    "2026-11-20 0",
    "2026-11-21 3",
  ]);
  expect(daysBefore.map(({ day }) => day)).toEqual([
    "2026-11-08",
    "2026-11-09",
    "2026-11-10",
    "2026-11-11",
    "2026-11-12",
    "2026-11-13",
    "2026-11-14",
  ]);
  expect([total, totalBefore]).toEqual([
    { scans: 5, repeats: 1, tests: 0 },
    { scans: 2, repeats: 0, tests: 0 },
  ]);
  expect([firstAt, lastAt]).toEqual([noon(6), noon(0)]);
});

test("they are told apart by campaign of the newest code, by channel in force, and by scene", async () => {
  const { breakdown } = await figures();
  expect(breakdown).toEqual({
    campaigns: [
      { campaignId, campaignName: "春促", scans: 4, before: 2, sceneCount: 1 },
      { campaignId: null, campaignName: null, scans: 1, before: 0, sceneCount: 1 },
    ],
    channels: [
      { campaignId, campaignName: "春促", field: "channel", channel: "地铁", scans: 4, before: 2 },
    ],
    scenes: [
      expect.objectContaining({ sceneId: poster.id, codeId, label: "=地铁海报", scans: 4 }),
      expect.objectContaining({ sceneId: table.id, campaignName: null, scans: 1, before: 0 }),
    ],
  });
});

test("a channel is the one the payload has now", async () => {
  await runtime.db.sceneVersion.create({
    data: {
      sceneId: poster.id,
      version: 2,
      page: "pages/shop/index",
      payload: { channel: "公交" },
      effectiveFrom: new Date(Date.now() - 1_000),
      createdBy: "林悦",
      createdAt: new Date(),
    },
  });
  const { breakdown } = await figures();
  expect(breakdown?.channels).toMatchObject([{ channel: "公交", scans: 4 }]);
});

test("they are narrowed to a campaign, to codes without one, and to a scene", async () => {
  const sums = (narrowed: Awaited<ReturnType<typeof figures>>) => [
    narrowed.total.scans,
    narrowed.totalBefore.scans,
    narrowed.total.repeats,
  ];
  expect(sums(await figures({ campaignId }))).toEqual([4, 2, 0]);
  expect(sums(await figures({ campaignId: "none" }))).toEqual([1, 0, 1]);
  const ofScene = await figures({ sceneId: poster.id });
  expect(sums(ofScene)).toEqual([4, 2, 0]);
  expect([ofScene.firstAt, ofScene.lastAt]).toEqual([noon(6), noon(0)]);
  expect(ofScene.days).toHaveLength(7);
});

test("days that make no span are refused, and what does not exist is not found", async () => {
  const refused = { name: "ZodError" };
  await expect(figures({ from: TODAY, to: addDays(TODAY, -1) })).rejects.toMatchObject(refused);
  await expect(figures({ from: addDays(TODAY, -366) })).rejects.toMatchObject(refused);
  expect((await figures({ from: addDays(TODAY, -365) })).days).toHaveLength(366);
  const notFound = { code: "not_found" };
  await expect(figures({ miniProgramId: NOBODY })).rejects.toMatchObject(notFound);
  await expect(figures({ campaignId: NOBODY })).rejects.toMatchObject(notFound);
  await expect(figures({ sceneId: NOBODY })).rejects.toMatchObject(notFound);
  const stranger = { ...marketing, actor: { kind: "anonymous", id: null, name: "—" } } as const;
  const asked = getScanFigures(stranger, { miniProgramId, ...WEEK });
  await expect(asked).rejects.toMatchObject({ code: "not_signed_in" });
});

test("an address without usable days means the period up to today", () => {
  const none = { from: null, to: null };
  expect(spanOfPeriod({ period: "7", ...none }, TODAY)).toEqual(WEEK);
  const turned = { from: TODAY, to: addDays(TODAY, -3) };
  expect(spanOfPeriod({ period: "7", ...turned }, TODAY)).toEqual(WEEK);
  const own = { from: addDays(TODAY, -3), to: TODAY };
  expect(spanOfPeriod({ period: "7", ...own }, TODAY)).toEqual(own);
});

test("one scene has its 30 days, its sums since ever, and its first and last scan", async () => {
  const summary = await getSceneScans(marketing, { sceneId: poster.id });
  expect(summary.days).toHaveLength(30);
  expect(summary).toMatchObject({
    total: { scans: 6, repeats: 0, tests: 0 },
    firstAt: noon(8),
    lastAt: noon(0),
  });
  const never = await addScene(runtime, miniProgramId);
  expect(await getSceneScans(marketing, { sceneId: never.id })).toMatchObject({
    total: { scans: 0, repeats: 0, tests: 0 },
    firstAt: null,
    lastAt: null,
  });
  const missing = getSceneScans(marketing, { sceneId: NOBODY });
  await expect(missing).rejects.toMatchObject({ code: "not_found" });
});

test("the file holds every scene of every day, page after page, formulas as text", async () => {
  const span = { miniProgramId, ...WEEK };
  const first = await listScanDays(marketing, { ...span, limit: 2 });
  const rest = await listScanDays(marketing, { ...span, cursor: first.next ?? "", limit: 2 });
  const seen = [...first.rows, ...rest.rows].map(({ day, scene }) => `${day} ${scene}`);
  expect(seen).toEqual(["2026-11-15 poster", "2026-11-19 table", "2026-11-21 poster"]);
  expect(rest.next).toBeNull();
  const stream = await exportScanDays(marketing, span, WORDS, "csv");
  const lines = (await new Response(stream).text()).split("\r\n");
  expect(lines).toHaveLength(5);
  const told = `春促,3,0,0,2026-11-21T12:00:00+08:00,2026-11-21T12:00:00+08:00`;
  expect(lines[3]).toMatch(/^2026-11-21,poster,'=地铁海报,[\dA-Z]+-\d{4},/);
  expect(lines[3]).toContain(`${told},https://desk.example.com/scenes/${poster.id}`);
  const xlsx = await exportScanDays(marketing, span, WORDS, "xlsx");
  expect((await new Response(xlsx).bytes()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
});
