"use client";

import { Chip } from "@heroui/react";
import { useTranslations } from "next-intl";
import { FILTER_NAMES } from "@/components/codes/list/code-list-params";
import { useFacetLabel } from "@/components/codes/list/use-facet-label";
import { SectionCard } from "@/components/ui/section-card";
import { TextLink } from "@/components/ui/text-link";
import type { CodeFacets } from "@/lib/codes/count-facets";
import type { PackSelection } from "@/lib/packs/schema";

/** Which codes a pack is made of, as people call them. */
export interface Chosen {
  selection: PackSelection;
  /** Of the batch or the campaign. */
  name: string | null;
  /** Where they can be looked at. */
  href: string;
  /** Filter: the words of its values. */
  facets: CodeFacets | null;
}

/** Says which codes were chosen, and leads back to choose others. */
export function ChosenSection({ chosen }: { chosen: Chosen }) {
  const t = useTranslations("packs.chosen");
  const { selection, name, href, facets } = chosen;
  return (
    <SectionCard title={t("title")}>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1.5">
        <p className="font-medium break-words">
          {t(selection.kind, {
            name: name ?? "",
            count: selection.kind === "codes" ? selection.codeIds.length : 0,
          })}
        </p>
        <TextLink href={href}>{t("look")}</TextLink>
        {selection.kind === "filter" && facets ? (
          <FilterWords filters={selection.filters} facets={facets} />
        ) : null}
      </div>
    </SectionCard>
  );
}

interface FilterWordsProps {
  filters: Extract<PackSelection, { kind: "filter" }>["filters"];
  facets: CodeFacets;
}

function FilterWords({ filters, facets }: FilterWordsProps) {
  const t = useTranslations("codes.list");
  const said = useTranslations("packs.chosen");
  const labelOf = useFacetLabel(facets);
  const words = FILTER_NAMES.flatMap((name) => {
    const value = filters[name];
    return value
      ? [t("filterTag", { name: t(`filters.${name}`), value: labelOf(name, value) })]
      : [];
  });
  return (
    <ul className="flex w-full flex-wrap gap-1.5">
      {[...(filters.search ? [said("search", { search: filters.search })] : []), ...words].map(
        (word) => (
          <li key={word}>
            <Chip size="sm" variant="soft">
              <Chip.Label>{word}</Chip.Label>
            </Chip>
          </li>
        ),
      )}
    </ul>
  );
}
