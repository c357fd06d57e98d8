"use client";

import { Button, Tag, TagGroup } from "@heroui/react";
import { useTranslations } from "next-intl";
import { FILTER_NAMES } from "@/components/codes/list/code-list-params";
import type { CodeListParams, FilterName } from "@/components/codes/list/code-list-params";
import { useFacetLabel } from "@/components/codes/list/use-facet-label";
import type { CodeFacets } from "@/lib/codes/count-facets";

interface ActiveFiltersProps {
  params: CodeListParams;
  facets: CodeFacets;
  onRemove: (names: FilterName[]) => void;
  onClear: () => void;
}

/** What narrows the list now, each removable; nothing when nothing does. */
export function ActiveFilters({ params, facets, onRemove, onClear }: ActiveFiltersProps) {
  const t = useTranslations("codes.list");
  const labelOf = useFacetLabel(facets);
  const active = FILTER_NAMES.flatMap((name) => {
    const value = params[name];
    return value === null
      ? []
      : [
          {
            name,
            text: t("filterTag", { name: t(`filters.${name}`), value: labelOf(name, value) }),
          },
        ];
  });
  if (active.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <TagGroup
        aria-label={t("activeFilters")}
        size="sm"
        onRemove={(keys) => onRemove(FILTER_NAMES.filter((name) => keys.has(name)))}
      >
        <TagGroup.List className="flex flex-wrap gap-1.5">
          {active.map(({ name, text }) => (
            <Tag key={name} id={name} textValue={text}>
              {text}
              <Tag.RemoveButton aria-label={t("removeFilter", { filter: text })} />
            </Tag>
          ))}
        </TagGroup.List>
      </TagGroup>
      <Button size="sm" variant="ghost" onPress={onClear}>
        {t("clearFilters")}
      </Button>
    </div>
  );
}
