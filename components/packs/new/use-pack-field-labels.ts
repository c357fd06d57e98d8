"use client";

import { useTranslations } from "next-intl";
import type { PackField } from "@/components/packs/new/pack-form-values";

/** The label of each field that can be at fault, in the order of the form. */
export function usePackFieldLabels(): Record<PackField, string> {
  const t = useTranslations("packs");
  return {
    name: t("new.name"),
    frame: t("new.options.framed"),
    poster: t("new.options.posters"),
    labels: t("new.options.labels"),
    spreadsheet: t("new.options.spreadsheet"),
    nameTemplate: t("naming.template"),
  };
}
