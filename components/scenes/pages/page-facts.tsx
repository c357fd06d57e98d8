"use client";

import { useFormatter, useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { PageImpact } from "@/lib/codes/page-impact-schema";

/** The campaigns of the codes that point at a page. */
export function CampaignNames({ impact }: { impact: PageImpact }) {
  const t = useTranslations("scenes.pages");
  const { campaigns, campaignCount } = impact;
  if (campaignCount === 0) return <span className="text-muted">—</span>;
  const more = campaignCount - campaigns.length;
  const names = campaigns.join(t("comma"));
  return more > 0 ? t("andMore", { names, more }) : names;
}

/** How often the B codes were scanned, and when last; A and C carry nothing that could be counted. */
export function LastScan({ impact: { scanCount, lastScanAt } }: { impact: PageImpact }) {
  const t = useTranslations("scenes.pages");
  const format = useFormatter();
  if (scanCount === null) return <span className="text-muted">{t("notCounted")}</span>;
  return (
    <span className="flex flex-col">
      <span className="tabular-nums">{format.number(scanCount)}</span>
      <span className="text-xs whitespace-nowrap text-muted">
        {lastScanAt ? <TimeStamp at={lastScanAt} /> : t("neverScanned")}
      </span>
    </span>
  );
}

/** To its codes, and to leading scans elsewhere. */
export function PageLinks({ impact, mayRepoint }: { impact: PageImpact; mayRepoint: boolean }) {
  const t = useTranslations("scenes.pages");
  const { page, pictureCount, pathCount, sceneCount } = impact;
  const address = encodeURIComponent(page);
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1 text-sm">
      {page !== "" && pictureCount + pathCount > 0 ? (
        <TextLink href={`/codes?search=${address}`}>{t("codes")}</TextLink>
      ) : null}
      {mayRepoint && sceneCount > 0 ? (
        <TextLink href={`/scenes/repoint?page=${address}`}>{t("repoint")}</TextLink>
      ) : null}
    </span>
  );
}
