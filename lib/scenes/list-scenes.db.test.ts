import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Context } from "@/lib/core/context";
import type { Runtime } from "@/lib/runtime";
import { changeScene } from "@/lib/scenes/change-scene";
import { listScenes } from "@/lib/scenes/list-scenes";
import { retireScene } from "@/lib/scenes/retire-scene";
import type { ListScenesInput } from "@/lib/scenes/schema";
import { insertMiniProgram, insertScene } from "@/lib/scenes/testing/insert-scene";
import { asPerson, contextFor, openTestRuntime } from "@/lib/testing/test-runtime";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START = Date.parse("2026-10-01T00:00:00Z");

let runtime: Runtime;
let operator: Context;
let miniProgramId: string;

beforeAll(async () => {
  runtime = await openTestRuntime();
  operator = await asPerson(runtime, "operator");
});
beforeEach(async () => {
  miniProgramId = await insertMiniProgram(runtime);
});
afterAll(() => runtime.close());

const list = (filters: Partial<ListScenesInput> = {}) =>
  listScenes(operator, { miniProgramId, ...filters });
const valuesOf = async (filters: Partial<ListScenesInput>) =>
  (await list(filters)).rows.map(({ value }) => value).toSorted();
const insert = (value: string, given: Parameters<typeof insertScene>[1] = {}) =>
  insertScene(runtime, { miniProgramId, value, ...given });
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();
const change = { latestVersion: 1, page: "pages/table/index", why: "" };

it("pages through all of them, newest first, each once, also where many were made at once", async () => {
  await insertScene(runtime);
  for (let index = 0; index < 25; index += 1) {
    const createdAt = new Date(START + Math.floor(index / 10) * 1_000);
    await insert(`t=${index}`, { createdAt, code: null });
  }
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ limit: 4, cursor });
    seen.push(...page.rows.map(({ value }) => value));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  expect(new Set(seen).size).toBe(25);
  expect(seen).toHaveLength(25);
  expect(seen.slice(0, 5).every((value) => Number(value.slice(2)) >= 20)).toBe(true);
  await expect(list({ cursor: "rubbish" })).rejects.toMatchObject({ reason: "cursorInvalid" });
});

it("says where each leads now, what comes, who carries it and how it is scanned", async () => {
  const campaign = await runtime.db.campaign.create({
    data: { name: "春节门店海报", createdAt: new Date() },
  });
  const { id } = await insert("t=3", {
    payload: { table: 3 },
    code: { label: "旧海报", createdAt: new Date(START) },
  });
  await runtime.db.code.create({
    data: {
      miniProgramId,
      scene: "t=3",
      campaignId: campaign.id,
      kind: "WXACODE_UNLIMITED",
      label: "新海报",
      target: "pages/table/index",
      width: 430,
      identity: randomUUID().replaceAll("-", "").repeat(2),
      createdBy: "林悦",
      createdAt: new Date(START + DAY_MS),
    },
  });
  await changeScene(operator, { ...change, sceneId: id, payload: { table: 4 }, at: null });
  const at = inHours(2);
  await changeScene(operator, {
    ...change,
    sceneId: id,
    latestVersion: 2,
    payload: { table: 5 },
    at,
  });
  const today = new Date(`${new Date(Date.now() + 8 * HOUR_MS).toISOString().slice(0, 10)}T00:00Z`);
  const day = (ago: number, scans: number) => {
    const date = new Date(today.getTime() - ago * DAY_MS);
    return {
      sceneId: id,
      miniProgramId,
      day: date,
      scans,
      repeats: 9,
      tests: 9,
      firstAt: date,
      lastAt: date,
    };
  };
  await runtime.db.scanDay.createMany({ data: [day(0, 1), day(6, 20), day(7, 400)] });
  const seenAt = new Date(START + 2 * DAY_MS);
  await runtime.db.scanTest.create({
    data: {
      sceneId: id,
      token: randomUUID(),
      startedBy: "周敏",
      startedAt: seenAt,
      expiresAt: seenAt,
      seenAt,
    },
  });
  const { rows, next } = await list();
  expect(next).toBeNull();
  expect(rows).toMatchObject([
    {
      id,
      value: "t=3",
      state: "ahead",
      version: 2,
      payload: { table: 4 },
      nextChangeAt: new Date(at),
      codeCount: 2,
      label: "新海报",
      campaignName: "春节门店海报",
      recentScanCount: 21,
      lastScanAt: today,
      testedAt: seenAt,
      testedBy: "周敏",
    },
  ]);
  expect(await valuesOf({ campaignId: campaign.id })).toEqual(["t=3"]);
  expect(await valuesOf({ campaignId: "none" })).toEqual([]);
  expect(await valuesOf({ tested: "yes" })).toEqual(["t=3"]);
  expect(await valuesOf({ tested: "no" })).toEqual([]);
});

it("finds by how the value begins, by a serial however typed, and by text in the payload in force", async () => {
  const shop = await insert("shop=12", { payload: { 门店: "朝阳 100%" } });
  await insert("shop=13", { payload: { 门店: "海淀" } });
  await insertScene(runtime, { value: "shop=14" });
  const code = await runtime.db.code.findFirstOrThrow({
    where: { miniProgramId, scene: "shop=12" },
  });
  expect(await valuesOf({ search: "shop=1" })).toEqual(["shop=12", "shop=13"]);
  expect(await valuesOf({ search: "op=1" })).toEqual([]);
  expect(await valuesOf({ search: "shop=12" })).toEqual(["shop=12"]);
  const typed = code.serial.toLowerCase().replace("-", " ").replaceAll("0", "o");
  expect(await valuesOf({ search: typed })).toEqual(["shop=12"]);
  expect(await valuesOf({ search: "朝阳" })).toEqual(["shop=12"]);
  expect(await valuesOf({ search: "100%" })).toEqual(["shop=12"]);
  expect(await valuesOf({ search: "_" })).toEqual([]);
  await insert("poster", { payload: { from: "wall" } });
  await insert("other", { payload: { from: "poster" } });
  expect(await valuesOf({ search: "post" })).toEqual(["other", "poster"]);
  expect(await valuesOf({ search: "poster" })).toEqual(["poster"]);
  await changeScene(operator, { ...change, sceneId: shop.id, payload: { 门店: "望京" }, at: null });
  expect(await valuesOf({ search: "朝阳" })).toEqual([]);
  expect(await valuesOf({ search: "望京" })).toEqual(["shop=12"]);
});

it("narrows to those in use, with a change ahead, or retired", async () => {
  await insert("plain");
  const changing = await insert("changing");
  const ending = await insert("ending");
  const retired = await insert("retired");
  await changeScene(operator, {
    ...change,
    sceneId: changing.id,
    payload: { a: 1 },
    at: inHours(1),
  });
  const why = { knownAt: null, why: "ended", note: "", fallback: null } as const;
  await retireScene(operator, { ...why, sceneId: ending.id, at: inHours(1) });
  await retireScene(operator, { ...why, sceneId: retired.id, at: null });
  expect(await valuesOf({ state: "live" })).toEqual(["changing", "ending", "plain"]);
  expect(await valuesOf({ state: "ahead" })).toEqual(["changing", "ending"]);
  expect(await valuesOf({ state: "retired" })).toEqual(["retired"]);
});

it("is for whoever is signed in, and no one else", async () => {
  await expect(
    listScenes(await asPerson(runtime, "marketing"), { miniProgramId }),
  ).resolves.toEqual({
    rows: [],
    next: null,
  });
  const stranger = contextFor(runtime, { kind: "anonymous", id: null, name: "—" });
  await expect(listScenes(stranger, { miniProgramId })).rejects.toMatchObject({
    code: "not_signed_in",
  });
});
