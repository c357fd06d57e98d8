"use client";

import { useFormatter, useTranslations } from "next-intl";
import { CampaignNames, LastScan, PageLinks } from "@/components/scenes/pages/page-facts";
import type { PageImpactRows } from "@/components/scenes/pages/page-impact-table";

/** Pages on a phone: a row becomes a card. */
export function PageImpactCards({ pages, mayRepoint }: PageImpactRows) {
  const t = useTranslations("scenes.pages");
  const format = useFormatter();
  return (
    <ul className="divide-y divide-separator">
      {pages.map((impact) => {
        const facts = [
          { term: t("columns.pictures"), value: format.number(impact.pictureCount) },
          { term: t("columns.paths"), value: format.number(impact.pathCount) },
          { term: t("columns.scenes"), value: format.number(impact.sceneCount) },
          ...(impact.plannedCount > 0
            ? [{ term: t("plannedTerm"), value: format.number(impact.plannedCount) }]
            : []),
          { term: t("columns.campaigns"), value: <CampaignNames impact={impact} /> },
          { term: t("columns.scans"), value: <LastScan impact={impact} /> },
        ];
        return (
          <li key={impact.page} className="flex flex-col gap-2 px-4 py-3">
            <p className="font-mono text-[13px] font-medium break-all">
              {impact.page || t("homePage")}
            </p>
            <dl className="flex flex-col gap-1 text-sm">
              {facts.map(({ term, value }) => (
                <div key={term} className="flex justify-between gap-4">
                  <dt className="text-muted">{term}</dt>
                  <dd className="min-w-0 text-end break-words tabular-nums">{value}</dd>
                </div>
              ))}
            </dl>
            <PageLinks impact={impact} mayRepoint={mayRepoint} />
          </li>
        );
      })}
    </ul>
  );
}
