import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { listPageImpact } from "@/lib/codes/list-page-impact";
import { repointScenes } from "@/lib/codes/repoint-scenes";
import type { Context } from "@/lib/core/context";
import type { Runtime } from "@/lib/runtime";
import { insertMiniProgram, insertScene } from "@/lib/scenes/testing/insert-scene";
import { asPerson, openTestRuntime } from "@/lib/testing/test-runtime";

const DAY_MS = 86_400_000;

let runtime: Runtime;
let operator: Context;
let marketing: Context;
let miniProgramId: string;
beforeAll(async () => {
  runtime = await openTestRuntime();
  operator = await asPerson(runtime, "operator");
  marketing = await asPerson(runtime, "marketing");
});
beforeEach(async () => {
  miniProgramId = await insertMiniProgram(runtime);
});
afterAll(() => runtime.close());

const pages = async (search = "") =>
  (await listPageImpact(marketing, { miniProgramId, search })).pages;
const repoint = (from: string, to: string, count: number, at: string | null = null) =>
  repointScenes(operator, {
    filter: { miniProgramId, page: from },
    change: { page: to, payload: { as: "keep" }, at, why: "" },
    expectedCount: count,
  });

async function insertPathCode(target: string, kind: "WXACODE" | "WXA_QRCODE" = "WXACODE") {
  await runtime.db.code.create({
    data: {
      miniProgramId,
      kind,
      label: "门",
      target,
      width: 430,
      reason: "x",
      identity: randomUUID().replaceAll("-", "").repeat(2),
      createdBy: "林悦",
      createdAt: new Date(),
    },
  });
}

async function countScans(sceneId: string, scans: number, daysAgo: number) {
  const at = new Date(Date.now() - daysAgo * DAY_MS);
  await runtime.db.scanDay.create({
    data: { sceneId, miniProgramId, day: at, scans, repeats: 0, tests: 0, firstAt: at, lastAt: at },
  });
  return at;
}

it("tells pages in pictures, pages by paths and pages that scenes lead to apart", async () => {
  await insertScene(runtime, { miniProgramId, page: "pages/old/index" });
  await insertScene(runtime, { miniProgramId, page: "pages/old/index" });
  await insertPathCode("/pages/old/index?id=1");
  await insertPathCode("pages/old/index", "WXA_QRCODE");
  expect(await pages()).toMatchObject([
    { page: "pages/old/index", pictureCount: 2, pathCount: 2, sceneCount: 2, plannedCount: 0 },
  ]);
  await repoint("pages/old/index", "pages/new/index", 2);
  expect(await pages()).toMatchObject([
    { page: "pages/old/index", pictureCount: 2, pathCount: 2, sceneCount: 0 },
    { page: "pages/new/index", pictureCount: 0, pathCount: 0, sceneCount: 2 },
  ]);
  await repoint(
    "pages/new/index",
    "pages/late/index",
    2,
    new Date(Date.now() + DAY_MS).toISOString(),
  );
  expect(await pages("late")).toMatchObject([{ sceneCount: 0, plannedCount: 2 }]);
});

it("counts scans of the B codes for the page in the picture and for the one they lead to", async () => {
  const { id } = await insertScene(runtime, { miniProgramId, page: "pages/old/index" });
  await repoint("pages/old/index", "pages/new/index", 1);
  const last = await countScans(id, 5, 2);
  await countScans(id, 7, 3);
  await countScans(id, 100, 60);
  await insertPathCode("pages/door/index");
  expect(await pages()).toMatchObject([
    { page: "pages/door/index", scanCount: null, lastScanAt: null },
    { page: "pages/new/index", scanCount: 12, lastScanAt: last },
    { page: "pages/old/index", scanCount: 12, lastScanAt: last },
  ]);
});

it("leads a retired scene to its fallback page, or nowhere", async () => {
  const { id } = await insertScene(runtime, { miniProgramId, page: "pages/old/index" });
  const retired = { retiredAt: new Date(0), retiredWhy: "moved", retiredBy: "林悦" };
  await runtime.db.scene.update({ where: { id }, data: retired });
  expect(await pages()).toMatchObject([{ page: "pages/old/index", sceneCount: 0 }]);
  await runtime.db.scene.update({ where: { id }, data: { fallbackPage: "pages/sorry/index" } });
  expect(await pages("sorry")).toMatchObject([{ sceneCount: 1, pictureCount: 0 }]);
});

it("names campaigns, leaves out refused and trial codes, and finds a page by any part of it", async () => {
  const names = ["丁", "丙", "乙", "甲"];
  for (const name of names) {
    const { id: campaignId } = await runtime.db.campaign.create({
      data: { name: `${name} ${miniProgramId}` },
    });
    await insertScene(runtime, { miniProgramId, page: "pages/a_b/index", code: { campaignId } });
  }
  await insertScene(runtime, { miniProgramId, page: "pages/no", code: { status: "refused" } });
  await insertScene(runtime, { miniProgramId, page: "pages/no", code: { envVersion: "trial" } });
  await insertScene(runtime, { miniProgramId, page: "" });
  expect((await pages()).map(({ page }) => page)).toEqual(["pages/a_b/index", ""]);
  const [found] = await pages("A_B");
  expect(found).toMatchObject({ pictureCount: 4, campaignCount: 4 });
  expect(found?.campaigns).toHaveLength(3);
  expect(await pages("aXb")).toEqual([]);
});

it("is for people who may see scenes", async () => {
  const stranger = { ...marketing, actor: { kind: "anonymous", id: null, name: "—" } } as const;
  await expect(listPageImpact(stranger, { miniProgramId })).rejects.toMatchObject({
    code: "not_signed_in",
  });
});
