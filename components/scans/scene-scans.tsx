"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ScansChart } from "@/components/scans/figures/scans-chart";
import { FactList } from "@/components/ui/fact-list";
import { SectionCard } from "@/components/ui/section-card";
import { TextLink } from "@/components/ui/text-link";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { SceneScanSummary } from "@/lib/scans/schema";

interface SceneScansProps {
  sceneId: string;
  summary: SceneScanSummary;
}

/** How often one scene was scanned: 30 days as a chart, and the totals since ever. */
export function SceneScans({ sceneId, summary }: SceneScansProps) {
  const t = useTranslations("scans.scene");
  const format = useFormatter();
  const { days, total, firstAt, lastAt } = summary;
  const hasAny = total.scans + total.repeats + total.tests > 0;
  const moment = (at: Date | null) => (at ? <TimeStamp at={at} as="exact" /> : t("never"));
  return (
    <SectionCard
      title={t("title")}
      description={t("text")}
      actions={<TextLink href={`/scans?scene=${sceneId}`}>{t("figures")}</TextLink>}
    >
      {hasAny ? (
        <div className="pt-3">
          <ScansChart days={days} />
          <FactList
            facts={[
              { term: t("scans"), value: format.number(total.scans) },
              {
                term: t("besides"),
                value: t("besidesValue", { repeats: total.repeats, tests: total.tests }),
              },
              { term: t("first"), value: moment(firstAt) },
              { term: t("last"), value: moment(lastAt) },
            ]}
          />
        </div>
      ) : (
        <p className="text-muted">
          {t("none")} <TextLink href="/scenes/developers">{t("developers")}</TextLink>
        </p>
      )}
    </SectionCard>
  );
}
