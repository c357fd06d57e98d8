"use client";

import { useFormatter } from "next-intl";

/** Hour and minute of a moment that is close by, as in 14:05. */
export function useClockTime(): (at: Date) => string {
  const format = useFormatter();
  return (at) => format.dateTime(at, { hour: "2-digit", minute: "2-digit", hour12: false });
}
