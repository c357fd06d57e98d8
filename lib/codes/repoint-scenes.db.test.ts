import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { setCampaignFields } from "@/lib/campaigns/set-campaign-fields";
import { previewRepoint } from "@/lib/codes/preview-repoint";
import { repointScenes } from "@/lib/codes/repoint-scenes";
import type { PreviewRepointInput } from "@/lib/codes/repoint-schema";
import type { Context } from "@/lib/core/context";
import type { Runtime } from "@/lib/runtime";
import { meaningAt } from "@/lib/scenes/meaning-at";
import { insertMiniProgram, insertScene } from "@/lib/scenes/testing/insert-scene";
import { asPerson, openTestRuntime } from "@/lib/testing/test-runtime";

const SOON_MS = 60 * 60_000;
const KEEP = { as: "keep" } as const;

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

type Change = Partial<PreviewRepointInput["change"]>;

function wanted(filter: Partial<PreviewRepointInput["filter"]>, change: Change) {
  return {
    filter: { miniProgramId, ...filter },
    change: { payload: KEEP, at: null, why: "the page moved", ...change },
  };
}

const at = (ms: number) => new Date(Date.now() + ms).toISOString();

const nowOf = async (sceneId: string, ahead = 0) => {
  const { page, payload, version } = await meaningAt(
    runtime.db,
    sceneId,
    new Date(Date.now() + 1_000 + ahead),
  );
  return { page, payload, version };
};

describe("re-pointing many scenes", () => {
  it("changes exactly what the preview showed, and nothing else", async () => {
    const chosen = await insertScene(runtime, { miniProgramId, code: { tags: ["stand"] } });
    const other = await insertScene(runtime, { miniProgramId, code: { tags: ["poster"] } });
    const foreign = await insertScene(runtime, { code: { tags: ["stand"] } });
    const input = wanted({ tag: "stand" }, { page: "pages/new/index" });

    const preview = await previewRepoint(operator, input);
    expect(preview).toMatchObject({ sceneCount: 1, aheadCount: 0 });
    expect(preview.rows).toMatchObject([
      {
        sceneId: chosen.id,
        scene: chosen.value,
        serial: expect.stringMatching(/^[A-Y][2-9][A-Y]-\d{4}$/) as string,
        before: { page: "pages/table/index", payload: null },
        after: { page: "pages/new/index", payload: null },
      },
    ]);
    expect(await nowOf(chosen.id)).toMatchObject({ version: 1 });

    await expect(repointScenes(operator, { ...input, expectedCount: 1 })).resolves.toEqual({
      sceneCount: 1,
      leftOutCount: 0,
    });
    expect(await nowOf(chosen.id)).toMatchObject({ page: "pages/new/index", version: 2 });
    expect(await nowOf(other.id)).toMatchObject({ version: 1 });
    expect(await nowOf(foreign.id)).toMatchObject({ version: 1 });
    const entry = await runtime.db.auditEntry.findFirstOrThrow({
      where: { action: "scenes.repointed", targetId: miniProgramId },
    });
    expect(entry.details).toMatchObject({
      sceneCount: 1,
      filter: { tag: "stand", miniProgramId },
      reason: "the page moved",
    });
    expect(entry.changes).toEqual({ page: { from: "pages/table/index", to: "pages/new/index" } });
  });

  it("sets and removes keys of each payload and leaves the rest of it alone", async () => {
    const { id } = await insertScene(runtime, { miniProgramId, payload: { shop: 7, from: "a" } });
    const bare = await insertScene(runtime, { miniProgramId });
    const payload = { as: "keys" as const, set: { season: "冬", emoji: "🎉" }, remove: ["from"] };
    await repointScenes(operator, { ...wanted({}, { payload }), expectedCount: 2 });
    expect(await nowOf(id)).toMatchObject({
      page: "pages/table/index",
      payload: { shop: 7, season: "冬", emoji: "🎉" },
    });
    expect(await nowOf(bare.id)).toMatchObject({ payload: { season: "冬", emoji: "🎉" } });
  });

  it("finds scenes by campaign, batch, page in force and a value of the payload in force", async () => {
    const { id: campaignId } = await createCampaign(operator, { name: `Spring ${randomUUID()}` });
    const { id } = await insertScene(runtime, {
      miniProgramId,
      payload: { shop: 7 },
      code: { campaignId },
    });
    await insertScene(runtime, { miniProgramId, payload: { shop: "8" }, page: "pages/b/index" });
    const count = async (filter: Partial<PreviewRepointInput["filter"]>) =>
      (await previewRepoint(operator, wanted(filter, { page: "pages/new/index" }))).sceneCount;
    expect(await count({})).toBe(2);
    expect(await count({ campaignId })).toBe(1);
    expect(await count({ campaignId: "none" })).toBe(1);
    expect(await count({ batchId: randomUUID() })).toBe(0);
    expect(await count({ page: "pages/b/index" })).toBe(1);
    expect(await count({ payloadKey: "shop", payloadValue: "7" })).toBe(1);
    expect(await count({ payloadKey: "shop", payloadValue: "8" })).toBe(1);
    await repointScenes(operator, {
      ...wanted({ payloadKey: "shop", payloadValue: "7" }, { page: "pages/c/index" }),
      expectedCount: 1,
    });
    expect(await count({ page: "pages/c/index" })).toBe(1);
    expect(await count({ page: "pages/table/index" })).toBe(0);
    expect(await nowOf(id)).toMatchObject({ page: "pages/c/index" });
  });

  it("leaves out what is retired, the same already, too long, or none of its campaign's payloads", async () => {
    const { id: campaignId } = await createCampaign(operator, { name: `Strict ${randomUUID()}` });
    await setCampaignFields(operator, {
      campaignId,
      fields: [{ key: "shop", label: "Shop", type: "number", isRequired: true }],
      channelField: null,
    });
    const fine = await insertScene(runtime, { miniProgramId, payload: { shop: 1 } });
    await insertScene(runtime, { miniProgramId, payload: { shop: 2 }, code: { campaignId } });
    await insertScene(runtime, { miniProgramId, payload: { season: "冬" } });
    await insertScene(runtime, { miniProgramId, payload: { text: "码".repeat(2_725) } });
    const retired = await insertScene(runtime, { miniProgramId });
    await runtime.db.scene.update({
      where: { id: retired.id },
      data: { retiredAt: new Date(0), retiredWhy: "lost", retiredBy: "林悦" },
    });
    const payload = { as: "keys" as const, set: { season: "冬" } };
    const input = wanted({}, { payload });
    expect(await previewRepoint(operator, input)).toMatchObject({
      sceneCount: 1,
      leftOut: { retired: 1, same: 1, unfit: 1, long: 1 },
      rows: [{ sceneId: fine.id }],
    });
    await expect(repointScenes(operator, { ...input, expectedCount: 1 })).resolves.toEqual({
      sceneCount: 1,
      leftOutCount: 4,
    });
  });

  it("waits for its moment, builds on what is planned before it, and tells of what is planned after", async () => {
    const { id } = await insertScene(runtime, { miniProgramId, payload: { shop: 7 } });
    const planned = (page: string, ms: number) => wanted({}, { page, at: at(ms) });
    await repointScenes(operator, { ...planned("pages/first/index", SOON_MS), expectedCount: 1 });
    await repointScenes(operator, {
      ...planned("pages/last/index", 3 * SOON_MS),
      expectedCount: 1,
    });
    const payload = { as: "keys" as const, set: { season: "冬" } };
    const between = wanted({}, { payload, at: at(2 * SOON_MS) });
    expect(await previewRepoint(operator, between)).toMatchObject({
      sceneCount: 1,
      aheadCount: 1,
      rows: [{ before: { page: "pages/first/index" }, after: { page: "pages/first/index" } }],
    });
    await repointScenes(operator, { ...between, expectedCount: 1 });
    expect(await nowOf(id)).toMatchObject({ version: 1 });
    expect(await nowOf(id, SOON_MS)).toMatchObject({ page: "pages/first/index", version: 2 });
    expect(await nowOf(id, 2 * SOON_MS)).toMatchObject({
      page: "pages/first/index",
      payload: { shop: 7, season: "冬" },
      version: 4,
    });
    expect(await nowOf(id, 3 * SOON_MS)).toMatchObject({ page: "pages/last/index", version: 3 });
  });

  it("refuses when it is not as many as the preview said any more, and changes nothing", async () => {
    const { id } = await insertScene(runtime, { miniProgramId });
    const input = wanted({}, { page: "pages/new/index" });
    const { sceneCount } = await previewRepoint(operator, input);
    await insertScene(runtime, { miniProgramId });
    await expect(
      repointScenes(operator, { ...input, expectedCount: sceneCount }),
    ).rejects.toMatchObject({
      code: "conflict",
      reason: "repointChanged",
      values: { count: 2, expected: 1 },
    });
    expect(await nowOf(id)).toMatchObject({ version: 1 });
  });

  it("refuses a change of nothing, a moment that is over, and a role that may only look", async () => {
    await expect(previewRepoint(operator, wanted({}, {}))).rejects.toThrow("repointNothing");
    const over = wanted({}, { page: "a", at: "2020-01-01T00:00:00Z" });
    await expect(previewRepoint(operator, over)).rejects.toMatchObject({ reason: "momentPast" });
    const input = wanted({}, { page: "a" });
    await expect(previewRepoint(marketing, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(repointScenes(marketing, { ...input, expectedCount: 1 })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

const MANY = 10_000;

describe("ten thousand scenes", { timeout: 60_000 }, () => {
  beforeEach(async () => {
    await runtime.db.$executeRaw`
      INSERT INTO scenes (id, mini_program_id, value, page, payload, created_at)
      SELECT gen_random_uuid(), ${miniProgramId}::uuid, 'table-' || n, 'pages/old/index',
        jsonb_build_object('table', n), now()
      FROM generate_series(1, ${MANY}::int) AS n`;
    // Else the check of foreign keys goes on as it did when there were a handful of scenes.
    await runtime.db.$executeRaw`ANALYZE scenes`;
    await runtime.db.$executeRaw`
      INSERT INTO codes (id, mini_program_id, kind, label, target, scene, width, identity, created_by_name,
        created_at, updated_at)
      SELECT id, mini_program_id, 'WXACODE_UNLIMITED', 'Table', page, value, 430, md5(id::text) || md5(value),
        '林悦', now(), now() FROM scenes WHERE mini_program_id = ${miniProgramId}::uuid`;
  });

  it("change in one transaction with one entry in the log", async () => {
    const input = wanted({ page: "pages/old/index" }, { page: "pages/new/index" });
    const preview = await previewRepoint(operator, input);
    expect(preview.sceneCount).toBe(MANY);
    expect(preview.rows).toHaveLength(20);
    await repointScenes(operator, { ...input, expectedCount: MANY });
    expect(await countByPage()).toEqual({ "pages/new/index": MANY });
    expect(
      await runtime.db.auditEntry.count({
        where: { action: "scenes.repointed", targetId: miniProgramId },
      }),
    ).toBe(1);
  });

  it("are changed by one of two at once, and the other is told to look again", async () => {
    const to = (page: string) =>
      repointScenes(operator, {
        ...wanted({ page: "pages/old/index" }, { page }),
        expectedCount: MANY,
      });
    const results = await Promise.allSettled([to("pages/one/index"), to("pages/two/index")]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const [refused] = results.filter((result) => result.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "conflict", reason: "repointChanged" });
    expect(Object.values(await countByPage())).toEqual([MANY]);
    expect(await runtime.db.sceneVersion.count({ where: { scene: { miniProgramId } } })).toBe(MANY);
  });

  it("take two changes of different parts one after the other, and lose neither", async () => {
    const set = (key: string) =>
      repointScenes(operator, {
        ...wanted({}, { payload: { as: "keys", set: { [key]: true } } }),
        expectedCount: MANY,
      });
    await Promise.all([set("winter"), set("sale")]);
    const { rows } = await previewRepoint(
      operator,
      wanted({ payloadKey: "winter", payloadValue: "true" }, { page: "pages/x/index" }),
    );
    expect(rows[0]?.before.payload).toMatchObject({ winter: true, sale: true });
    const versions = await runtime.db.sceneVersion.groupBy({
      by: ["version"],
      where: { scene: { miniProgramId } },
      _count: true,
      orderBy: { version: "asc" },
    });
    expect(versions).toEqual([
      { version: 2, _count: MANY },
      { version: 3, _count: MANY },
    ]);
  });
});

async function countByPage(): Promise<Record<string, number>> {
  const rows = await runtime.db.sceneVersion.groupBy({
    by: ["page"],
    where: { scene: { miniProgramId } },
    _count: true,
  });
  return Object.fromEntries(rows.map(({ page, _count }) => [page, _count]));
}
