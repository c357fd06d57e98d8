import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BLOCKS_A_PAGE, listEntries } from "@/lib/audit/list-entries";
import { getEntry } from "@/lib/audit/get-entry";
import type { ListEntriesInput } from "@/lib/audit/schema";
import { sealBlocks } from "@/lib/audit/seal-blocks";
import { insertEntries } from "@/lib/audit/testing/insert-entries";
import type { InsertedEntry } from "@/lib/audit/testing/insert-entries";
import type { Context } from "@/lib/core/context";
import type { Runtime } from "@/lib/runtime";
import { asPerson, contextFor, openTestRuntime } from "@/lib/testing/test-runtime";
import { jobContext } from "@/lib/worker/job-context";

const LIN = randomUUID();
const ZHOU = randomUUID();
const CAMPAIGN = randomUUID();
const MINI_PROGRAM = randomUUID();
const CODE = randomUUID();
const REQUEST = randomUUID();
const COUNT = 60_000;

const RARE = new Map<number, InsertedEntry>([
  [11, { actorId: ZHOU, actorName: "周敏", details: { reason: "100%_sure \\ 冬奥会" } }],
  [30_001, { targetLabel: "Winter Olympics 冬奥", requestId: REQUEST }],
  [
    COUNT - 9,
    {
      actorId: LIN,
      action: "code.edited",
      targetKind: "code",
      targetId: CODE,
      targetLabel: "海报",
      campaignId: CAMPAIGN,
      miniProgramId: MINI_PROGRAM,
      changes: { label: { from: "旧海报", to: "海报" } },
    },
  ],
]);

let runtime: Runtime;
let marketing: Context;

/** Sixty thousand entries of dull days, with a few that are looked for among them. */
beforeAll(async () => {
  runtime = await openTestRuntime();
  marketing = await asPerson(runtime, "marketing");
  await insertDull();
  await sealBlocks(jobContext(runtime, "test"));
}, 120_000);
afterAll(() => runtime.close());

/** One a minute; the rare ones by number. */
async function insertDull() {
  const rare = [...RARE.keys()];
  await runtime.db.$executeRaw`
    INSERT INTO audit_entries (seq, at, actor_kind, actor_id, actor_name, action, target_kind, target_label, changes,
      details, request_id, prev_hash, hash)
    SELECT n, timestamptz '2026-10-01T00:00Z' + (n - 1) * interval '1 minute', 'user',
      CASE n % 2 WHEN 1 THEN ${LIN} ELSE ${ZHOU} END::uuid, '林悦', 'campaign.created', 'campaign', '日常', '{}', '{}',
      gen_random_uuid(), repeat('0', 64), repeat('0', 64)
    FROM generate_series(1, ${COUNT}::int) AS n WHERE n <> ALL (${rare}::int[])`;
  for (const [seq, fields] of RARE) {
    const at = new Date(Date.UTC(2026, 9, 1) + (seq - 1) * 60_000);
    await insertEntries(runtime, 1, () => ({ ...fields, seq: BigInt(seq), at }));
  }
}

const seqs = async (input: ListEntriesInput) =>
  (await listEntries(marketing, input)).rows.map(({ seq }) => Number(seq));

describe("the list", () => {
  it("pages through everything once, newest first", async () => {
    const first = await listEntries(marketing, { limit: 200 });
    expect(first.rows.map(({ seq }) => Number(seq))).toEqual(
      Array.from({ length: 200 }, (_, index) => COUNT - index),
    );
    const second = await listEntries(marketing, { limit: 200, cursor: first.next ?? "" });
    expect(second.rows[0]?.seq).toBe(String(COUNT - 200));
  });

  it("is narrowed by person, action, kind, object, campaign and mini program, alone and together", async () => {
    const found = COUNT - 9;
    for (const filters of [
      { action: "code.edited" },
      { kind: "codes" },
      { targetKind: "code", targetId: CODE },
      { campaignId: CAMPAIGN },
      { miniProgramId: MINI_PROGRAM },
      { actorId: LIN, action: "code.edited" },
      { actorId: LIN, kind: "codes", campaignId: CAMPAIGN, search: "海报" },
    ] as const) {
      expect(await seqs(filters), JSON.stringify(filters)).toEqual([found]);
    }
    expect(await seqs({ kind: "codes", action: "campaign.created" })).toEqual([]);
    expect(await seqs({ actorId: ZHOU, action: "code.edited" })).toEqual([]);
  });

  it("takes days and an hour of a day in Beijing", async () => {
    // 16:00 UTC is midnight in Beijing.
    const day = { from: "2026-10-02", to: "2026-10-02" };
    const ofDay = await seqs({ ...day, limit: 200 });
    expect(ofDay[0]).toBe(16 * 60 + 24 * 60);
    expect(await seqs({ ...day, hour: 1 })).toHaveLength(50);
    const last = await seqs({ ...day, hour: 0, limit: 200 });
    expect([last.length, last[0], last.at(-1)]).toEqual([60, 16 * 60 + 60, 16 * 60 + 1]);
    expect(await seqs({ from: "2026-10-02", to: "2026-10-01" })).toEqual([]);
  });

  it("searches names, labels and what was recorded, in any case, and takes % and _ as letters", async () => {
    expect(await seqs({ search: "winter olympics" })).toEqual([30_001]);
    expect(await seqs({ search: "冬奥" })).toEqual([30_001, 11]);
    expect(await seqs({ search: "会" })).toEqual([11]);
    expect(await seqs({ search: "旧海报" })).toEqual([COUNT - 9]);
    expect(await seqs({ search: "100%_sure" })).toEqual([11]);
    expect(await seqs({ search: "0%" })).toEqual([11]);
    expect(await seqs({ search: "\\" })).toEqual([11]);
    expect(await seqs({ search: "周敏" })).toEqual([11]);
    expect(await seqs({ search: "olympics absent" })).toEqual([]);
  });

  it("finds an object and a request by their ids", async () => {
    expect(await seqs({ search: CODE.toUpperCase() })).toEqual([COUNT - 9]);
    expect(await seqs({ search: REQUEST })).toEqual([30_001]);
  });

  it("finds what was written a moment ago, before anything is sealed", async () => {
    const [seq] = await insertEntries(runtime, 1, () => ({
      at: new Date("2026-11-20T00:00:00Z"),
      targetLabel: "刚刚的事",
    }));
    expect(await seqs({ search: "刚刚" })).toEqual([Number(seq)]);
  });

  it("says how far back it looked when little was found, and goes on from there", async () => {
    // Both are in every block, and never in one entry.
    const filters = { actorId: ZHOU, search: "海口" };
    await runtime.db.$executeRaw`
      UPDATE audit_blocks SET terms = terms || audit_word_terms('{海口}')`;
    const first = await listEntries(marketing, filters);
    expect(first.rows).toEqual([]);
    const looked = BLOCKS_A_PAGE * 1_000;
    const oldest = await getEntry(marketing, { seq: String(COUNT + 1_000 - looked + 1) });
    expect(first.lookedBackTo).toEqual(oldest.at);
    const second = await listEntries(marketing, { ...filters, cursor: first.next ?? "" });
    expect(second).toEqual({ rows: [], next: null, lookedBackTo: null });
  });

  it("refuses a visitor, and a cursor that no page gave", async () => {
    const visitor = contextFor(runtime, { kind: "anonymous", id: null, name: "—" });
    await expect(listEntries(visitor, {})).rejects.toMatchObject({ code: "not_signed_in" });
    await expect(listEntries(marketing, { cursor: "x" })).rejects.toMatchObject({
      reason: "cursorInvalid",
    });
    await expect(getEntry(marketing, { seq: "999999999" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("sealing", () => {
  it("is done once per finished block, by jobs only", async () => {
    expect(await sealBlocks(jobContext(runtime, "test"))).toBe(0);
    expect(await runtime.db.auditBlock.count()).toBe(COUNT / 1_000);
    await expect(sealBlocks(marketing)).rejects.toMatchObject({ code: "forbidden" });
  });
});
