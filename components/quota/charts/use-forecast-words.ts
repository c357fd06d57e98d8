"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useDayWords } from "@/components/charts/use-day-words";
import type { Forecast } from "@/lib/quota/schema";

/** “At this pace full on …”, or why there is no such day. */
export function useForecastWords(): (forecast: Forecast) => string {
  const t = useTranslations("quota.forecast");
  const format = useFormatter();
  const dayWords = useDayWords();
  return ({ perDay, windowDays, fullOn, why }) => {
    const pace = {
      days: windowDays,
      perDay: format.number(perDay, { maximumFractionDigits: 1 }),
    };
    if (fullOn) return t("fullOn", { ...pace, day: dayWords.long(fullOn) });
    return t(why ?? "noSpending", pace);
  };
}
