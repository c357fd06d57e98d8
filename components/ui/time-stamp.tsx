"use client";

import { useFormatter, useNow, useTranslations } from "next-intl";

interface TimeStampProps {
  at: Date | string;
  /** `relative` shows “3 minutes ago” and the exact Beijing time on hover; `exact` shows that time. */
  as?: "relative" | "exact";
}

const A_MINUTE_MS = 60_000;

export function TimeStamp({ at, as = "relative" }: TimeStampProps) {
  const t = useTranslations("common");
  const format = useFormatter();
  const now = useNow({ updateInterval: A_MINUTE_MS });
  const date = new Date(at);
  const exact = t("beijingTime", {
    time: format.dateTime(date, {
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hour12: false,
    }),
  });
  const isRecent = Math.abs(now.getTime() - date.getTime()) < A_MINUTE_MS;
  const relative = isRecent ? t("justNow") : format.relativeTime(date, now);
  return (
    // Server and browser render a moment apart.
    <time
      dateTime={date.toISOString()}
      title={as === "relative" ? exact : undefined}
      className="whitespace-nowrap"
      suppressHydrationWarning
    >
      {as === "relative" ? relative : exact}
    </time>
  );
}
