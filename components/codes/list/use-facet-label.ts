"use client";

import { useTranslations } from "next-intl";
import type { FilterName } from "@/components/codes/list/code-list-params";
import type { CodeFacets } from "@/lib/codes/count-facets";

/** The word for a value of a filter: ours for closed lists, a name for campaigns and people. */
export function useFacetLabel(facets: CodeFacets) {
  const t = useTranslations("codes");
  return (name: FilterName, value: string): string => {
    switch (name) {
      case "kind":
        return t(`kindLong.${value}`);
      case "status":
        return t(`status.${value}`);
      case "envVersion":
        return t(`env.${value}`);
      case "campaignId":
        if (value === "none") return t("list.noCampaign");
        return (
          facets.campaignId.find((facet) => facet.value === value)?.label ?? t("list.unlisted")
        );
      case "createdById":
        return (
          facets.createdById.find((facet) => facet.value === value)?.label ?? t("list.unlisted")
        );
      default:
        return value;
    }
  };
}
