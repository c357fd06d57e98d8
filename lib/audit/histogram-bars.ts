import { beijingDayOf, startOfBeijingDay } from "@/lib/audit/beijing-time";
import type { HistogramUnit } from "@/lib/audit/schema";

const DAY_MS = 86_400_000;
const HOURS_UP_TO_DAYS = 2;
const DAYS_UP_TO = 92;

/** A bar before anything is counted. */
export interface BarSpan {
  start: Date;
  from: string;
  to: string;
}

/** The bars from one day in Beijing to another, both included: hours, days or months, as there is room for. */
export function histogramBars(
  from: string,
  to: string,
): { unit: HistogramUnit; spans: BarSpan[]; end: Date } {
  const end = startOfBeijingDay(addDays(to, 1));
  const dayCount = Math.round((end.getTime() - startOfBeijingDay(from).getTime()) / DAY_MS);
  if (dayCount <= 0) return { unit: "day", spans: [], end };
  const days = Array.from({ length: dayCount }, (_, index) => addDays(from, index));
  if (dayCount <= HOURS_UP_TO_DAYS) {
    const hours = Array.from({ length: 24 }, (_, hour) => hour);
    const spans = days.flatMap((day) =>
      hours.map((hour) => ({ start: startOfBeijingDay(day, hour), from: day, to: day })),
    );
    return { unit: "hour", spans, end };
  }
  if (dayCount <= DAYS_UP_TO) {
    const spans = days.map((day) => ({ start: startOfBeijingDay(day), from: day, to: day }));
    return { unit: "day", spans, end };
  }
  const starts = days.filter((day, index) => index === 0 || day.endsWith("-01"));
  const spans = starts.map((day, index) => {
    const next = starts[index + 1];
    return { start: startOfBeijingDay(day), from: day, to: next ? addDays(next, -1) : to };
  });
  return { unit: "month", spans, end };
}

function addDays(day: string, count: number): string {
  return beijingDayOf(new Date(startOfBeijingDay(day).getTime() + count * DAY_MS));
}
