import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertCodes } from "@/lib/codes/testing/insert-codes";
import { adjustSpent } from "@/lib/quota/adjust-spent";
import { addDays } from "@/lib/quota/beijing-day";
import { exportQuotaEntries, QUOTA_EXPORT_COLUMNS } from "@/lib/quota/export-quota-entries";
import type { QuotaExportWords } from "@/lib/quota/export-quota-entries";
import { getQuotaOverview } from "@/lib/quota/get-quota-overview";
import { listQuotaDays } from "@/lib/quota/list-quota-days";
import { listQuotaEntries } from "@/lib/quota/list-quota-entries";
import { listReservations } from "@/lib/quota/list-reservations";
import type { ListQuotaEntriesInput } from "@/lib/quota/schema";
import { addCampaign, addMiniProgram, openQuotaDesk, reserve } from "@/lib/testing/quota-desk";
import { settle, spend } from "@/lib/testing/quota-desk";
import type { QuotaDesk } from "@/lib/testing/quota-desk";

const TODAY = "2026-11-21";
const noon = (daysAgo: number) => new Date(`${addDays(TODAY, -daysAgo)}T04:00:00Z`);
const WORDS: QuotaExportWords = {
  columns: Object.fromEntries(
    QUOTA_EXPORT_COLUMNS.map((column) => [column, column]),
  ) as QuotaExportWords["columns"],
  kind: {
    reserve: "预留",
    spend: "已用",
    release: "退回",
    external: "外部",
    adjust: "更正",
    limit: "上限",
  },
};

let desk: QuotaDesk;
let miniProgramId: string;
let campaignId: string;
let codeId: string;

/** 120 lines over 30 days; a code with a label, and a line that begins like a formula. */
beforeAll(async () => {
  desk = await openQuotaDesk({ MINTDESK_URL: "https://desk.example.com" });
  miniProgramId = await addMiniProgram(desk, 100_000);
  campaignId = await addCampaign(desk);
  [codeId = ""] = await insertCodes(desk.runtime, 1, () => ({ label: "总部大厅海报" }));
  for (let daysAgo = 29; daysAgo >= 0; daysAgo -= 1) {
    const ctx = { ...desk.operator, now: () => noon(daysAgo) };
    await spend(ctx, miniProgramId, 2);
    await spend(ctx, miniProgramId, 1);
  }
  const today = { ...desk.operator, now: () => noon(0) };
  await reserve(today, miniProgramId, { codeId, campaignId });
  await reserve(today, miniProgramId, { codeId: null, batchId: randomUUID(), count: 7 });
  const correct = { miniProgramId, amount: -5, reason: "=WEBSERVICE(1)" };
  await adjustSpent({ ...desk.admin, now: () => noon(0) }, correct);
});
afterAll(() => desk.close());

const list = (changes: Partial<ListQuotaEntriesInput> = {}) =>
  listQuotaEntries(desk.marketing, { miniProgramId, ...changes });

test("the ledger is paged newest first, each line once, with its names", async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  let pages = 0;
  do {
    const page = await list({ cursor });
    seen.push(...page.rows.map(({ seq }) => seq));
    cursor = page.next ?? undefined;
    pages += 1;
  } while (cursor !== undefined);
  expect(pages).toBe(3);
  expect(seen).toHaveLength(123);
  expect(new Set(seen).size).toBe(123);
  expect(seen.map(Number)).toEqual(seen.map(Number).toSorted((left, right) => right - left));
  const { rows } = await list({ campaignId });
  expect(rows).toEqual([
    expect.objectContaining({
      kind: "reserve",
      amount: 1,
      codeId,
      codeLabel: "总部大厅海报",
      campaignName: expect.stringMatching(/^春促/) as string,
      chargedToName: "Chen Wei",
      spentAfter: 90,
      reservedAfter: 1,
      leftAfter: 99_909,
    }),
  ]);
});

test("the filters narrow it: kind, person, days", async () => {
  expect((await list({ kinds: ["adjust"] })).rows).toHaveLength(1);
  expect((await list({ kinds: [] })).rows).toHaveLength(50);
  expect((await list({ actorId: desk.admin.actor.id ?? "" })).rows).toHaveLength(1);
  const week = await list({ kinds: ["spend"], from: addDays(TODAY, -7), to: addDays(TODAY, -1) });
  expect(week.rows).toHaveLength(14);
  expect((await list({ from: TODAY, to: addDays(TODAY, -1) })).rows).toEqual([]);
  await expect(list({ cursor: "garbage" })).rejects.toMatchObject({ reason: "cursorInvalid" });
  await expect(list({ from: "2026-02-30" })).rejects.toMatchObject({ name: "ZodError" });
  await expect(list({ kinds: ["gift" as "spend"] })).rejects.toMatchObject({ name: "ZodError" });
});

test("the file holds every line, numbers as numbers and formulas as text", async () => {
  const stream = await exportQuotaEntries(desk.marketing, { miniProgramId }, WORDS, "csv");
  const bytes = await new Response(stream).bytes();
  expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  const [head, first, , third, ...rest] = new TextDecoder().decode(bytes).split("\r\n");
  expect(head?.split(",")).toEqual([...QUOTA_EXPORT_COLUMNS]);
  expect(rest).toHaveLength(121);
  expect(first).toMatch(/^\d+|'\d+/);
  expect(first).toContain(
    `,2026-11-21T12:00:00+08:00,更正,-5,85,8,99907,100000,'=WEBSERVICE(1),林悦,,,,,`,
  );
  expect(third).toContain(`总部大厅海报,https://desk.example.com/codes/${codeId},,春促`);
  const stranger = { ...desk.admin, actor: { kind: "anonymous", id: null, name: "—" } } as const;
  await expect(exportQuotaEntries(stranger, { miniProgramId }, WORDS, "csv")).rejects.toMatchObject(
    {
      code: "not_signed_in",
    },
  );
});

test("what is reserved is listed with its code or batch, the oldest first", async () => {
  const { rows, count } = await listReservations(desk.marketing, { miniProgramId });
  expect(count).toBe(2);
  expect(rows).toEqual([
    expect.objectContaining({
      codeLabel: "总部大厅海报",
      codeStatus: "queued",
      open: 1,
      since: noon(0),
    }),
    expect.objectContaining({ codeId: null, codeLabel: null, codeStatus: null, open: 7 }),
  ]);
  const [, batch] = rows;
  await settle(desk.operator, { miniProgramId, batchId: batch?.batchId }, "release", 7);
  expect(await listReservations(desk.marketing, { miniProgramId })).toMatchObject({ count: 1 });
});

test("the days come without a gap, and the forecast goes on from them", async () => {
  const quiet = new Date("2026-11-23T04:00:00Z");
  const ctx = { ...desk.marketing, now: () => quiet };
  const days = await listQuotaDays(ctx, { miniProgramId, days: 7 });
  expect(days.map(({ day, limitedSpent }) => `${day} ${limitedSpent}`)).toEqual([
    "2026-11-17 3",
    "2026-11-18 3",
    "2026-11-19 3",
    "2026-11-20 3",
    "2026-11-21 3",
    "2026-11-22 0",
    "2026-11-23 0",
  ]);
  expect(await listQuotaDays(ctx, { miniProgramId, days: 90 })).toHaveLength(90);
  await expect(listQuotaDays(ctx, { miniProgramId, days: 91 })).rejects.toMatchObject({
    name: "ZodError",
  });
  const { forecast, lifetime } = await getQuotaOverview(ctx, { miniProgramId });
  expect(forecast).toMatchObject({ perDay: 81 / 28, windowDays: 28, why: null });
  expect(forecast.fullOn).toBe(addDays("2026-11-23", Math.ceil((lifetime.left * 28) / 81)));
});
