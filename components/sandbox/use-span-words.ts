"use client";

import { useFormatter, useTranslations } from "next-intl";

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const SPANS = [
  ["days", DAY_MS],
  ["hours", HOUR_MS],
  ["minutes", MINUTE_MS],
  ["seconds", SECOND_MS],
] as const;

/** Spans of time in words. */
export function useSpanWords() {
  const t = useTranslations("sandbox");
  const format = useFormatter();

  function wait(ms: number | undefined): string {
    if (ms === undefined) return "?";
    return ms < SECOND_MS
      ? t("milliseconds", { count: format.number(ms) })
      : t("spans.seconds", { count: format.number(ms / SECOND_MS) });
  }

  /** A span in its two largest units: “1 day 3 hours”. */
  function span(ms: number): string {
    let rest = Math.abs(ms);
    const parts: string[] = [];
    for (const [unit, unitMs] of SPANS) {
      const count = Math.floor(rest / unitMs);
      rest -= count * unitMs;
      if (count > 0) parts.push(t(`spans.${unit}`, { count }));
    }
    return parts.slice(0, 2).join(" ");
  }

  function clock(offsetMs: number): string {
    if (Math.abs(offsetMs) < SECOND_MS) return t("clock.atNow");
    return t(offsetMs > 0 ? "clock.ahead" : "clock.behind", { span: span(offsetMs) });
  }

  return { wait, clock };
}
