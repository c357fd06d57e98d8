"use client";

import { useTranslations } from "next-intl";
import type { BatchField } from "@/components/batches/new/batch-form-values";

/** The label of each field that can be at fault, in the order of the form. */
export function useBatchFieldLabels(): Record<BatchField, string> {
  const t = useTranslations("batches");
  const shared = useTranslations("newCode");
  return {
    name: t("basics.name"),
    miniProgramId: shared("miniProgram.label"),
    campaignId: shared("campaign.label"),
    tags: shared("tags.label"),
    rows: t("rows.title"),
    reason: shared("kind.reason"),
    pageTemplate: shared("page.label"),
    "carries.column": t("carry.sceneColumn"),
    "carries.fields": t("carry.fields"),
    "carries.fixed": t("carry.fixed"),
    pathTemplate: t("carry.path"),
    labelTemplate: t("carry.label"),
    width: shared("width.label"),
    lineColor: shared("color.label"),
  };
}
