"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { ShareTable } from "@/components/scans/figures/share-table";
import type { ScanBreakdown, SceneScans } from "@/lib/scans/schema";

interface BreakdownProps {
  breakdown: ScanBreakdown;
}

/** The same scans by campaign, by channel and by code. */
export function Breakdown({ breakdown: { campaigns, channels, scenes } }: BreakdownProps) {
  const t = useTranslations("scans.shares");
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <ShareTable
        title={t("scenes")}
        description={t("scenesText")}
        what={t("scene")}
        none={t("noScenes")}
        rows={scenes.map((scene) => ({ ...sceneRow(scene), ...scene }))}
      />
      <div className="flex min-w-0 flex-col gap-4">
        <ShareTable
          title={t("campaigns")}
          description={t("campaignsText")}
          what={t("campaign")}
          none={t("noScenes")}
          rows={campaigns.map(({ campaignId, campaignName, sceneCount, ...share }) => ({
            ...share,
            id: campaignId ?? "none",
            name: campaignName ?? t("noCampaign"),
            text: campaignName ?? t("noCampaign"),
            note: t("sceneCount", { count: sceneCount }),
          }))}
        />
        <ShareTable
          title={t("channels")}
          description={t("channelsText")}
          what={t("channel")}
          none={t("noChannels")}
          rows={channels.map(({ campaignId, campaignName, field, channel, ...share }) => ({
            ...share,
            id: JSON.stringify([campaignId, channel]),
            name: channel ?? t("noValue"),
            text: channel ?? t("noValue"),
            note: `${field} · ${campaignName}`,
          }))}
        />
      </div>
    </div>
  );
}

function sceneRow({ sceneId, scene, label, serial, campaignName }: SceneScans) {
  return {
    id: sceneId,
    name: (
      <Link href={`/scenes/${sceneId}`} className="hover:underline">
        {label ?? scene}
      </Link>
    ),
    text: label ?? scene,
    note: [serial, scene, campaignName].filter(Boolean).join(" · "),
  };
}
