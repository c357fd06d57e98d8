"use client";

import { useFormatter } from "next-intl";
import type { DateTimeFormatOptions } from "next-intl";
import type { HistogramBar, HistogramUnit } from "@/lib/audit/schema";

const HOUR = { hour: "2-digit", minute: "2-digit", hour12: false } as const;

/** On an axis, where there is little room. */
const SHORT: Record<HistogramUnit, DateTimeFormatOptions> = {
  hour: { month: "numeric", day: "numeric", ...HOUR },
  day: { month: "numeric", day: "numeric" },
  month: { year: "numeric", month: "short" },
};

const LONG: Record<HistogramUnit, DateTimeFormatOptions> = {
  hour: { month: "long", day: "numeric", ...HOUR },
  day: { year: "numeric", month: "long", day: "numeric" },
  month: { year: "numeric", month: "long" },
};

/** A bar's hour, day or month in Beijing, short for an axis and long for a sentence. */
export function useBarWords(unit: HistogramUnit) {
  const format = useFormatter();
  const said = ({ start }: HistogramBar, options: DateTimeFormatOptions) =>
    format.dateTime(new Date(start), { ...options, timeZone: "Asia/Shanghai" });
  return {
    short: (bar: HistogramBar) => said(bar, SHORT[unit]),
    long: (bar: HistogramBar) => said(bar, LONG[unit]),
  };
}
