"use client";

import { useTranslations } from "next-intl";
import type { MintField } from "@/components/codes/mint/mint-form-values";

/** The label of each field that can be at fault, in the order of the form. */
export function useFieldLabels(): Record<MintField, string> {
  const t = useTranslations("newCode");
  return {
    miniProgramId: t("miniProgram.label"),
    label: t("basics.label"),
    campaignId: t("campaign.label"),
    tags: t("tags.label"),
    page: t("page.label"),
    "carries.scene": t("scene.label"),
    "carries.payload": t("payload.label"),
    path: t("path.label"),
    reason: t("kind.reason"),
    width: t("width.label"),
    lineColor: t("color.label"),
  };
}
