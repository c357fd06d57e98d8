"use client";

import { useFormatter } from "next-intl";

/** A day in Beijing, as in 2026-11-21, said short for an axis and long for a sentence. */
export function useDayWords() {
  const format = useFormatter();
  return {
    short: (day: string) => format.dateTime(noon(day), { month: "numeric", day: "numeric" }),
    long: (day: string) =>
      format.dateTime(noon(day), { year: "numeric", month: "long", day: "numeric" }),
  };
}

function noon(day: string): Date {
  return new Date(`${day}T12:00:00+08:00`);
}
