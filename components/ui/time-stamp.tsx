"use client";

import { useFormatter, useNow, useTimeZone, useTranslations } from "next-intl";

interface TimeStampProps {
  at: Date | string;
  /** `relative` shows “3 minutes ago” and the exact time on hover; `exact` shows that time. */
  as?: "relative" | "exact";
}

const A_MINUTE_MS = 60_000;
/** The zone of those who chose none. */
const BEIJING = "Asia/Shanghai";

export function TimeStamp({ at, as = "relative" }: TimeStampProps) {
  const t = useTranslations("common");
  const format = useFormatter();
  const now = useNow({ updateInterval: A_MINUTE_MS });
  const date = new Date(at);
  const zone = useTimeZone() ?? BEIJING;
  const time = format.dateTime(date, {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hour12: false,
  });
  const exact = zone === BEIJING ? t("beijingTime", { time }) : t("zoneTime", { time, zone });
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
