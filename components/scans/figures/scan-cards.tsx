"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useChangeWords } from "@/components/scans/figures/use-change-words";
import { FigureCard } from "@/components/ui/figure-card";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { ScanFigures } from "@/lib/scans/schema";

/** What was counted, what was set apart, and when it began and ended. */
export function ScanCards({ figures }: { figures: ScanFigures }) {
  const t = useTranslations("scans.cards");
  const format = useFormatter();
  const changeWords = useChangeWords();
  const { total, totalBefore, days, firstAt, lastAt } = figures;
  const share = { scans: total.scans, before: totalBefore.scans };
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4 lg:gap-4">
      <FigureCard
        label={t("scans")}
        figure={format.number(total.scans)}
        note={t("before", {
          change: changeWords(share),
          before: format.number(totalBefore.scans),
          days: days.length,
        })}
      />
      <FigureCard
        label={t("perDay")}
        figure={format.number(total.scans / days.length, { maximumFractionDigits: 1 })}
        note={t("perDayNote", { days: days.length })}
      />
      <FigureCard
        label={t("repeats")}
        figure={format.number(total.repeats)}
        note={t("repeatsNote", { tests: format.number(total.tests) })}
      />
      <FigureCard
        label={t("last")}
        figure={lastAt ? <TimeStamp at={lastAt} /> : "—"}
        note={
          firstAt ? (
            <>
              {t("first")} <TimeStamp at={firstAt} />
            </>
          ) : (
            t("noScan")
          )
        }
      />
    </div>
  );
}
