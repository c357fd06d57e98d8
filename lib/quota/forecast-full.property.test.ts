import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, beijingDay, startOfDay } from "@/lib/quota/beijing-day";
import { FORECAST_DAYS, forecastFull } from "@/lib/quota/forecast-full";
import { csvRow } from "@/lib/core/csv-row";
import { highestLevel, LEVELS, levelsForgotten, levelsReached } from "@/lib/quota/levels";

const TODAY = "2026-11-21";
const spending = (counts: readonly number[]) =>
  counts.map((limitedSpent, index) => ({ day: addDays(TODAY, -index), limitedSpent }));
const forecast = (counts: readonly number[], left: number, age = counts.length - 1) =>
  forecastFull({ today: TODAY, firstDay: addDays(TODAY, -age), days: spending(counts), left });

describe("the forecast", () => {
  it("goes on from the mean of whole days, today left out", () => {
    expect(forecast([999, 10, 20, 30], 100)).toEqual({
      perDay: 20,
      windowDays: 3,
      fullOn: addDays(TODAY, 5),
      why: null,
    });
    expect(forecast([50], 100)).toMatchObject({
      perDay: 50,
      windowDays: 1,
      fullOn: addDays(TODAY, 2),
    });
  });

  it("says why there is none", () => {
    expect(forecast([7, 0, 0], 100)).toMatchObject({ perDay: 0, fullOn: null, why: "noSpending" });
    expect(forecast([7, 5], 0)).toMatchObject({ fullOn: null, why: "alreadyFull" });
    expect(forecast([0, 1], 1_000_000)).toMatchObject({ fullOn: null, why: "overACentury" });
    expect(forecastFull({ today: TODAY, firstDay: null, days: [], left: 9 })).toMatchObject({
      perDay: 0,
      windowDays: 1,
      why: "noSpending",
    });
  });

  it("is right: at this pace the day before is not enough, and the day itself is", () => {
    const counts = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 1_000_000 }), (counts, left) => {
        const { perDay, windowDays, fullOn, why } = forecast(counts, left);
        expect(windowDays).toBe(Math.min(FORECAST_DAYS, counts.length - 1));
        const whole = counts.slice(1, 1 + windowDays).reduce((sum, count) => sum + count, 0);
        expect(perDay).toBeCloseTo(whole / windowDays);
        if (fullOn === null) {
          expect(["noSpending", "overACentury"]).toContain(why);
          return;
        }
        const days = Math.round((Date.parse(fullOn) - Date.parse(TODAY)) / 86_400_000);
        expect(days * whole).toBeGreaterThanOrEqual(left * windowDays);
        expect((days - 1) * whole).toBeLessThan(left * windowDays);
      }),
    );
  });

  it("never comes sooner when more is left, nor later when more is spent", () => {
    const counts = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 40 });
    const left = fc.integer({ min: 1, max: 9_999 });
    fc.assert(
      fc.property(counts, left, left, (counts, left, more) => {
        const sooner = forecast(counts, left).fullOn ?? "9999";
        expect((forecast(counts, left + more).fullOn ?? "9999") >= sooner).toBe(true);
        const busier = counts.map((count) => count + more);
        expect((forecast(busier, left).fullOn ?? "9999") <= sooner).toBe(true);
      }),
    );
  });
});

describe("days", () => {
  it("begin and end at midnight in Beijing", () => {
    const moment = fc.date({
      min: new Date("2000-01-01T00:00:00Z"),
      max: new Date("2100-01-01T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, fc.integer({ min: -400, max: 400 }), (at, count) => {
        const day = beijingDay(at);
        expect(startOfDay(day) <= at && at < startOfDay(addDays(day, 1))).toBe(true);
        expect(day).toBe(at.toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" }));
        expect(addDays(addDays(day, count), -count)).toBe(day);
      }),
    );
  });
});

describe("levels", () => {
  it("are reached exactly, and forgotten only a whole per cent below", () => {
    const limit = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(limit, fc.double({ min: 0, max: 1, noNaN: true }), (limit, share) => {
        const used = Math.floor(limit * share);
        const reached = levelsReached(used, limit);
        expect(reached).toEqual(LEVELS.slice(0, reached.length));
        expect(highestLevel(used, limit)).toBe(reached.at(-1) ?? null);
        for (const level of levelsForgotten(used, limit)) expect(reached).not.toContain(level);
      }),
    );
    expect(highestLevel(79_999, 100_000)).toBeNull();
    expect(highestLevel(80_000, 100_000)).toBe(80);
    expect(highestLevel(99_999, 100_000)).toBe(95);
    expect(highestLevel(100_000, 100_000)).toBe(100);
    expect(levelsForgotten(79_000, 100_000)).toEqual([90, 95, 100]);
    expect(levelsForgotten(78_999, 100_000)).toEqual([80, 90, 95, 100]);
  });
});

describe("a line of the file", () => {
  it("guards text that begins like a formula and leaves numbers alone", () => {
    expect(csvRow([-3, "-3", "=1+1", "＝1", 'a"b', "一,二", ""])).toBe(
      `-3,'-3,'=1+1,'＝1,"a""b","一,二",\r\n`,
    );
  });
});
