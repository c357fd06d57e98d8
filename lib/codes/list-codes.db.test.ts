import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { v7 } from "uuid";
import { countCodes } from "@/lib/codes/count-codes";
import { countFacets } from "@/lib/codes/count-facets";
import { listCodes } from "@/lib/codes/list-codes";
import { EnvVersion, CodeKind, CodeStatus } from "@/lib/codes/schema";
import type { CodeFilters } from "@/lib/codes/list-schema";
import type { Context } from "@/lib/core/context";
import type { Runtime } from "@/lib/runtime";
import { asPerson, contextFor, openTestRuntime } from "@/lib/testing/test-runtime";

interface Row {
  id: string;
  miniProgramId: string;
  campaignId: string | null;
  kind: CodeKind;
  status: CodeStatus;
  envVersion: EnvVersion;
  label: string;
  tags: string[];
  target: string;
  scene: string | null;
  createdById: string;
  createdAt: Date;
}

const WORDS =
  "上海 海口 门店 旗舰店 100%纯棉 a_b C:\\new O'Neil 冬奥限定 Shop SHOP İ A座 桌号 é 〇 x".split(
    " ",
  );
const START = Date.parse("2025-03-01T00:00:00+08:00");

let runtime: Runtime;
let ctx: Context;
let rows: Row[];
const miniPrograms = [randomUUID(), randomUUID()];
const campaigns = [randomUUID(), randomUUID(), randomUUID()];
const people: string[] = [];

beforeAll(async () => {
  runtime = await openTestRuntime();
  ctx = await asPerson(runtime, "marketing");
  for (let n = 0; n < 2; n++) people.push((await asPerson(runtime, "operator")).actor.id ?? "");
  for (const [n, id] of miniPrograms.entries()) {
    await runtime.db.miniProgram.create({
      data: { id, name: `程序${n}`, wechatAppId: `wx${n}`, secretCiphertext: "sealed" },
    });
  }
  for (const [n, id] of campaigns.entries()) {
    await runtime.db.campaign.create({ data: { id, name: `活动${n}` } });
  }
  rows = fc.sample(fc.noShrink(rowArbitrary()), { numRuns: 6_000, seed: 20261121 }).map(makeOld);
  await insertRows(rows);
  await runtime.db.$executeRaw`ANALYZE codes`;
  rows.sort(newestFirst);
}, 60_000);

afterAll(() => runtime.close());

/**
 * The oldest third alone carries some words and one tag: frequent, but far from the top of the list.
 * Half of it is strewn over weeks, half was made in one moment.
 */
function makeOld(row: Row, index: number): Row {
  if (index >= 2_000) return row;
  const hour = index < 1_000 ? index % 500 : 200;
  const createdAt = new Date(START - 86_400_000 * 400 + hour * 3_600_000);
  const label = index % 2 === 0 || hour === 200 ? `${row.label}陈年旧事 vintage` : row.label;
  return { ...row, createdAt, label, id: v7(), tags: [...row.tags, "old"] };
}

function rowArbitrary(): fc.Arbitrary<Row> {
  return fc
    .record({
      miniProgramId: fc.constantFrom(...miniPrograms),
      campaignId: fc.constantFrom(...campaigns, null),
      kind: fc.constantFrom(...CodeKind.options),
      status: fc.constantFrom(...CodeStatus.exclude(["minted", "sent"]).options),
      envVersion: fc.constantFrom(
        "release",
        "release",
        "release",
        "release",
        ...EnvVersion.options,
      ),
      words: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }),
      tags: fc.uniqueArray(fc.constantFrom("vip", "桌贴", "it's"), { maxLength: 2 }),
      serial: fc.nat(999_999),
      createdById: fc.constantFrom(...people),
      // Whole minutes of four days: many codes share a moment.
      minute: fc.nat(4 * 1_440),
    })
    .map(({ words, serial, minute, ...row }): Row => {
      const unlimited = row.kind === "WXACODE_UNLIMITED";
      return {
        ...row,
        id: v7(),
        label: words.join(serial % 2 === 0 ? "" : " ") + serial,
        target: unlimited && serial % 3 === 0 ? "" : `pages/shop/index?id=${serial % 977}`,
        scene: unlimited ? `S=${serial}` : null,
        envVersion: row.kind === "WXA_QRCODE" ? "release" : row.envVersion,
        createdAt: new Date(START + minute * 60_000),
      };
    });
}

/** What is queued waits to be sorted into the search index, as after a batch was planned. */
async function insertRows(codes: readonly Row[]): Promise<void> {
  const json = JSON.stringify(codes);
  await runtime.db.$executeRaw`
    INSERT INTO scenes (id, mini_program_id, value, page)
    SELECT gen_random_uuid(), r."miniProgramId", r.scene, '' FROM jsonb_to_recordset(${json}::jsonb)
      AS r ("miniProgramId" uuid, scene text) WHERE r.scene IS NOT NULL
    ON CONFLICT DO NOTHING`;
  await runtime.db.$executeRaw`
    INSERT INTO codes (id, mini_program_id, campaign_id, kind, status, label, tags, target, scene, env_version,
      width, identity, reason, is_unsorted, created_by_id, created_by_name, created_at, updated_at)
    SELECT r.id, r."miniProgramId", r."campaignId", r.kind, r.status, r.label, r.tags, r.target, r.scene,
      r."envVersion", 430, md5(r.id::text) || md5(r.id::text), 'print', r.status = 'queued', r."createdById",
      'Chen Wei', r."createdAt", now()
    FROM jsonb_to_recordset(${json}::jsonb) AS r (id uuid, "miniProgramId" uuid, "campaignId" uuid,
      kind "CodeKind", status "CodeStatus", label text, tags text[], target text, scene text,
      "envVersion" "EnvVersion", "createdById" uuid, "createdAt" timestamptz)`;
}

function newestFirst(a: Row, b: Row): number {
  return b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1);
}

/** The plain meaning of the filters, written a second time without any of the machinery. */
function meets(row: Row, filters: CodeFilters): boolean {
  const day = new Date(row.createdAt.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const texts = [row.label, row.target, row.scene ?? ""].map((text) => text.toLowerCase());
  const words = (filters.search ?? "").trim().toLowerCase().split(/\s+/);
  const envVersion = filters.envVersion ?? "release";
  return (
    (!filters.miniProgramId || row.miniProgramId === filters.miniProgramId) &&
    (!filters.campaignId || (row.campaignId ?? "none") === filters.campaignId) &&
    (!filters.kind || row.kind === filters.kind) &&
    (!filters.status || row.status === filters.status) &&
    (envVersion === "any" || row.envVersion === envVersion) &&
    (!filters.tag || row.tags.includes(filters.tag)) &&
    (!filters.createdById || row.createdById === filters.createdById) &&
    (!filters.from || day >= filters.from) &&
    (!filters.to || day <= filters.to) &&
    (row.id === filters.search?.trim().toLowerCase() ||
      words.every((word) => texts.some((text) => text.includes(word))))
  );
}

async function readAll(filters: CodeFilters, limit: number): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listCodes(ctx, { ...filters, limit, cursor });
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    ids.push(...page.rows.map((row) => row.id));
    cursor = page.next ?? undefined;
  } while (cursor);
  return ids;
}

function filtersArbitrary(): fc.Arbitrary<CodeFilters> {
  const part = fc
    .tuple(fc.nat(rows.length - 1), fc.nat(20), fc.integer({ min: 1, max: 9 }))
    .map(([index, start, length]) => {
      const row = rows[index];
      const text = `${row?.label} ${row?.target}`;
      return text.slice(start, start + length).replace("İ", "x");
    });
  const search = fc.oneof(
    part,
    fc.tuple(part, part).map(([a, b]) => `${a} ${b}`.slice(0, 64)),
    fc.constantFrom(
      "陈年",
      "旧",
      "vintage",
      "VINT",
      "%",
      "_",
      "\\",
      "'",
      "海",
      "口 店",
      "鲶鱼",
      "pages/index",
      "s=1",
    ),
    fc.nat(rows.length - 1).map((index) => rows[index]?.id ?? ""),
  );
  return fc.record(
    {
      miniProgramId: fc.constantFrom(...miniPrograms),
      campaignId: fc.constantFrom(...campaigns, "none"),
      kind: fc.constantFrom(...CodeKind.options),
      status: fc.constantFrom(...CodeStatus.options),
      envVersion: fc.constantFrom(...EnvVersion.options, "any" as const),
      tag: fc.constantFrom("vip", "桌贴", "it's", "old", "absent"),
      createdById: fc.constantFrom(...people),
      from: fc.constantFrom("2024-02-01", "2025-03-02", "2025-03-04"),
      to: fc.constantFrom("2024-02-05", "2025-03-01", "2025-03-03"),
      search,
    },
    { requiredKeys: [] },
  );
}

/** Everything is off by default in half of the cases, so that few filters meet as often as many. */
function sparse(filters: CodeFilters, mask: number): CodeFilters {
  const entries = Object.entries(filters).filter((_, index) => (mask >> (index % 10)) & 1);
  return Object.fromEntries(entries);
}

test(
  "paging finds what a plain filter and sort of the same rows finds",
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        filtersArbitrary(),
        fc.nat(1_023),
        fc.constantFrom(17, 48, 200),
        async (all, mask, limit) => {
          const filters = sparse(all, mask);
          const expected = rows.filter((row) => meets(row, filters)).map((row) => row.id);
          // Long lists are followed far enough to pass from the walk into the index.
          const found =
            expected.length > 2_500 ? await readAll(filters, 200) : await readAll(filters, limit);
          expect(found).toEqual(expected);
          expect(await countCodes(ctx, filters)).toEqual({ count: expected.length, capped: false });
        },
      ),
      { numRuns: 60 },
    );
  },
);

test("finds old codes by text, tag and filter when thousands of newer ones do not match", async () => {
  for (const filters of [
    { search: "陈年旧事" },
    { search: "旧" },
    { search: "VINTAGE shop" },
    { tag: "old", envVersion: "any" },
    { search: "vin", kind: "WXACODE", status: "refused" },
    { search: "陈年", to: "2024-02-10" },
  ] satisfies CodeFilters[]) {
    const expected = rows.filter((row) => meets(row, filters)).map((row) => row.id);
    expect(expected.length).toBeGreaterThan(48);
    expect(await readAll(filters, 48)).toEqual(expected);
  }
});

test("leaves trial and develop codes out unless they are asked for", async () => {
  const { rows: shown } = await listCodes(ctx, { limit: 200 });
  expect(new Set(shown.map((row) => row.envVersion))).toEqual(new Set(["release"]));
});

test("carries the names a row is shown with", async () => {
  const { rows: shown } = await listCodes(ctx, { campaignId: campaigns[0], limit: 1 });
  expect(shown[0]).toMatchObject({
    campaignName: "活动0",
    isSandbox: false,
    createdBy: "Chen Wei",
  });
  expect(shown[0]?.createdAt).toBeInstanceOf(Date);
});

test("refuses a cursor it did not give, and a caller who is not signed in", async () => {
  await expect(listCodes(ctx, { cursor: "bm90IG91cnM" })).rejects.toMatchObject({
    code: "invalid_input",
  });
  const nobody = contextFor(runtime, { kind: "anonymous", id: null, name: "-" });
  for (const verb of [listCodes, countCodes, countFacets]) {
    await expect(verb(nobody, {})).rejects.toMatchObject({ code: "not_signed_in" });
  }
});

test("counts the values of each facet without its own filter", async () => {
  const filters: CodeFilters = { kind: "WXACODE", tag: "vip", search: "店" };
  const facets = await countFacets(ctx, filters);
  for (const kind of CodeKind.options) {
    const expected = rows.filter((row) => meets(row, { ...filters, kind })).length;
    expect(facets.kind.find(({ value }) => value === kind)).toMatchObject({ count: expected });
  }
  const campaignIds = facets.campaignId.map(({ value }) => value);
  expect(new Set(campaignIds)).toEqual(new Set([...campaigns, "none"]));
  expect(facets.campaignId.find(({ value }) => value === campaigns[1])?.label).toBe("活动1");
  expect(new Set(facets.tag.map(({ value }) => value))).toEqual(
    new Set(["vip", "桌贴", "it's", "old"]),
  );
  expect(facets.createdById).toHaveLength(2);
});
