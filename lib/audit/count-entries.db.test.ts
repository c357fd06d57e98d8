import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { countEntries } from "@/lib/audit/count-entries";
import type { AuditFilters } from "@/lib/audit/schema";
import { insertEntries } from "@/lib/audit/testing/insert-entries";
import type { Context } from "@/lib/core/context";
import type { Runtime } from "@/lib/runtime";
import { asPerson, contextFor, openTestRuntime } from "@/lib/testing/test-runtime";

const LIN = randomUUID();
const NOW = new Date("2026-11-22T04:00:00Z");

let runtime: Runtime;
let marketing: Context;

/** An entry at the end of each hour of three days in Beijing, every third by Lin Yue. */
beforeAll(async () => {
  runtime = await openTestRuntime();
  marketing = await asPerson(runtime, "marketing", () => NOW);
  const start = Date.parse("2026-11-20T00:00:00+08:00");
  await insertEntries(runtime, 60, (index) => ({
    at: new Date(start + index * 3_600_000 + 3_599_999),
    actorId: index % 3 === 0 ? LIN : null,
    targetLabel: index % 2 === 0 ? "春节" : "中秋",
  }));
});
afterAll(() => runtime.close());

const counts = async (filters: AuditFilters) => {
  const { unit, bars, total } = await countEntries(marketing, filters);
  return { unit, counts: bars.map(({ count }) => count), total };
};

it("counts all entries by day, from the first to today", async () => {
  expect(await counts({})).toEqual({ unit: "day", counts: [24, 24, 12], total: 60 });
  const { bars } = await countEntries(marketing, {});
  expect(bars[0]).toEqual({
    start: new Date("2026-11-19T16:00:00Z"),
    from: "2026-11-20",
    to: "2026-11-20",
    count: 24,
  });
});

it("counts what one index has and what has to be searched alike", async () => {
  expect(await counts({ actorId: LIN })).toMatchObject({ counts: [8, 8, 4], total: 20 });
  expect(await counts({ kind: "campaigns" })).toMatchObject({ counts: [24, 24, 12], total: 60 });
  expect(await counts({ search: "春节" })).toMatchObject({ counts: [12, 12, 6], total: 30 });
  expect(await counts({ search: "春节", actorId: LIN })).toMatchObject({ total: 10 });
  expect(await counts({ kind: "codes" })).toMatchObject({ counts: [0, 0, 0], total: 0 });
});

it("counts by hour in a day or two, and one hour of the day alone", async () => {
  const day = { from: "2026-11-21", to: "2026-11-21" };
  const { unit, counts: hours, total } = await counts(day);
  expect([unit, hours.length, total]).toEqual(["hour", 24, 24]);
  expect(await counts({ ...day, hour: 5 })).toMatchObject({ unit: "hour", total: 1 });
  expect(await counts({ ...day, hour: 5, search: "absent" })).toMatchObject({ total: 0 });
});

it("counts by month when there are too many days for bars", async () => {
  const later = { ...marketing, now: () => new Date("2027-03-05T04:00:00Z") };
  const { unit, bars, total } = await countEntries(later, {});
  expect([unit, total]).toEqual(["month", 60]);
  expect(bars.map(({ from, to }) => [from, to])).toEqual([
    ["2026-11-20", "2026-11-30"],
    ["2026-12-01", "2026-12-31"],
    ["2027-01-01", "2027-01-31"],
    ["2027-02-01", "2027-02-28"],
    ["2027-03-01", "2027-03-05"],
  ]);
});

it("has no bars where nothing can be", async () => {
  expect(await counts({ from: "2026-11-22", to: "2026-11-21" })).toMatchObject({ counts: [] });
  expect(await counts({ from: "2030-01-01" })).toMatchObject({ counts: [] });
});

it("refuses a visitor", async () => {
  const visitor = contextFor(runtime, { kind: "anonymous", id: null, name: "—" });
  await expect(countEntries(visitor, {})).rejects.toMatchObject({ code: "not_signed_in" });
});
