"use client";

import { Button, Popover } from "@heroui/react";
import { ListFilter } from "lucide-react";
import { useTranslations } from "next-intl";
import { FILTER_NAMES } from "@/components/codes/list/code-list-params";
import type { CodeListParams, FilterName } from "@/components/codes/list/code-list-params";
import { DayField } from "@/components/codes/list/day-field";
import { FacetSelect } from "@/components/codes/list/facet-select";
import type { FacetOption } from "@/components/codes/list/facet-select";
import { useFacetLabel } from "@/components/codes/list/use-facet-label";
import type { CodeFacets } from "@/lib/codes/count-facets";

const ALL = "all";
const CLOSED = ["kind", "status", "campaignId", "tag", "createdById"] as const;

interface FilterMenuProps {
  params: CodeListParams;
  facets: CodeFacets;
  onFilter: (name: FilterName, value: string | null) => void;
}

/** All filters in one place, each value with its count. */
export function FilterMenu({ params, facets, onFilter }: FilterMenuProps) {
  const t = useTranslations("codes.list");
  const labelOf = useFacetLabel(facets);
  const activeCount = FILTER_NAMES.filter((name) => params[name] !== null).length;

  const optionsOf = (name: (typeof CLOSED)[number] | "envVersion"): FacetOption[] => {
    const counted = facets[name].map(({ value, count, capped }) => ({
      value,
      label: labelOf(name, value),
      count,
      capped,
    }));
    const chosen = params[name];
    const isListed = chosen === null || counted.some(({ value }) => value === chosen);
    return isListed ? counted : [...counted, { value: chosen, label: labelOf(name, chosen) }];
  };

  return (
    <Popover>
      <Button variant="outline">
        <ListFilter aria-hidden className="size-4" />
        {activeCount === 0 ? t("filter") : t("filterCount", { count: activeCount })}
      </Button>
      <Popover.Content placement="bottom end" className="w-80 max-w-[calc(100vw-2rem)]">
        <Popover.Dialog className="flex flex-col gap-3 p-4" aria-label={t("filter")}>
          {CLOSED.map((name) => (
            <FacetSelect
              key={name}
              label={t(`filters.${name}`)}
              value={params[name] ?? ALL}
              options={[{ value: ALL, label: t("all") }, ...optionsOf(name)]}
              onChange={(value) => onFilter(name, value === ALL ? null : value)}
            />
          ))}
          <FacetSelect
            label={t("filters.envVersion")}
            value={params.envVersion ?? "release"}
            options={[
              ...optionsOf("envVersion").filter(({ value }) => value !== "any"),
              { value: "any", label: labelOf("envVersion", "any") },
            ]}
            onChange={(value) => onFilter("envVersion", value === "release" ? null : value)}
          />
          <div className="grid grid-cols-2 gap-2">
            <DayField
              label={t("filters.from")}
              day={params.from ?? ""}
              onChange={(day) => onFilter("from", day)}
            />
            <DayField
              label={t("filters.to")}
              day={params.to ?? ""}
              onChange={(day) => onFilter("to", day)}
            />
          </div>
          <p className="text-xs text-muted">{t("beijingDays")}</p>
        </Popover.Dialog>
      </Popover.Content>
    </Popover>
  );
}
