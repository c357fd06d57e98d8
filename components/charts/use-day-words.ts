"use client";

import { useFormatter } from "next-intl";

/** Days are counted in Beijing, whatever zone a person reads times in. */
const BEIJING = "Asia/Shanghai";

/** A day in Beijing, as in 2026-11-21, said short for an axis and long for a sentence. */
export function useDayWords() {
  const format = useFormatter();
  return {
    short: (day: string) =>
      format.dateTime(noon(day), { month: "numeric", day: "numeric", timeZone: BEIJING }),
    long: (day: string) =>
      format.dateTime(noon(day), {
        year: "numeric",
        month: "long",
        day: "numeric",
        timeZone: BEIJING,
      }),
  };
}

function noon(day: string): Date {
  return new Date(`${day}T12:00:00+08:00`);
}
