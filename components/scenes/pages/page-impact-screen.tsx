"use client";

import { Alert } from "@heroui/react";
import { FileSearch, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { CodeSearch } from "@/components/codes/list/code-search";
import { PageImpactCards } from "@/components/scenes/pages/page-impact-cards";
import { PAGE_IMPACT_PARAMS } from "@/components/scenes/pages/page-impact-params";
import { PageImpactTable } from "@/components/scenes/pages/page-impact-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ListBody } from "@/components/ui/list-body";
import { SectionCard } from "@/components/ui/section-card";
import type { PageImpactList } from "@/lib/codes/page-impact-schema";

interface PageImpactScreenProps {
  list: PageImpactList;
  mayRepoint: boolean;
}

/** Which pages codes point at, so that nobody deletes one that is in print. */
export function PageImpactScreen({ list, mayRepoint }: PageImpactScreenProps) {
  const t = useTranslations("scenes.pages");
  const [isReading, startTransition] = useTransition();
  const [{ search }, setParams] = useQueryStates(PAGE_IMPACT_PARAMS, {
    shallow: false,
    history: "push",
    startTransition,
  });
  const { pages, hasMore } = list;
  return (
    <div className="flex flex-col gap-3">
      <Alert status="warning">
        <Alert.Indicator />
        <Alert.Content>
          <Alert.Title>{t("fixedTitle")}</Alert.Title>
          <Alert.Description>{t("fixedText")}</Alert.Description>
        </Alert.Content>
      </Alert>
      <CodeSearch
        search={search ?? ""}
        onSearch={(text) => void setParams({ search: text || null })}
        words={{ label: t("search"), example: t("searchExample") }}
      />
      <SectionCard isFlush>
        <ListBody
          isReading={isReading}
          table={<PageImpactTable pages={pages} mayRepoint={mayRepoint} />}
          cards={<PageImpactCards pages={pages} mayRepoint={mayRepoint} />}
          empty={
            pages.length === 0 ? (
              <EmptyState
                icon={search ? SearchX : FileSearch}
                title={t(search ? "noMatch" : "none")}
              >
                {t(search ? "noMatchText" : "noneText")}
              </EmptyState>
            ) : null
          }
        />
      </SectionCard>
      {hasMore ? <p className="text-sm text-muted">{t("more", { count: pages.length })}</p> : null}
    </div>
  );
}
