"use client";

import { Button } from "@heroui/react";
import { Braces, SearchX, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { CodePager } from "@/components/codes/list/code-pager";
import { CodeSearch } from "@/components/codes/list/code-search";
import {
  isNarrowed,
  NO_SCENE_FILTERS,
  SCENE_LIST_PARAMS,
  SCENE_STATES,
  TESTED,
} from "@/components/scenes/list/scene-list-params";
import { SceneCards, SceneTable } from "@/components/scenes/list/scene-table";
import { ButtonLink } from "@/components/ui/button-link";
import { ChoiceSelect } from "@/components/ui/choice-select";
import { EmptyState } from "@/components/ui/empty-state";
import { ListBody } from "@/components/ui/list-body";
import { SectionCard } from "@/components/ui/section-card";
import type { SceneRow } from "@/lib/scenes/schema";

const ANY = "any";

interface SceneListProps {
  rows: readonly SceneRow[];
  next: string | null;
  campaigns: readonly { id: string; name: string }[];
  mayMint: boolean;
}

/** A mini program's scenes: what each leads to now, and how it is scanned. */
export function SceneList({ rows, next, campaigns, mayMint }: SceneListProps) {
  const t = useTranslations("scenes.list");
  const [isReading, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(SCENE_LIST_PARAMS, {
    shallow: false,
    history: "push",
    startTransition,
  });
  const isFiltered = isNarrowed(params);
  const isDeeper = params.cursor !== null;
  const isSearched = isFiltered || isDeeper;
  const isEmpty = rows.length === 0;
  return (
    <>
      {isEmpty && !isSearched ? null : (
        <div className="mb-3 flex flex-wrap items-center gap-2">
          <CodeSearch
            search={params.search ?? ""}
            onSearch={(search) => void setParams({ search: search || null, cursor: null })}
            words={{ label: t("search"), example: t("searchExample") }}
          />
          <ChoiceSelect
            isLabelHidden
            label={t("state")}
            className="w-36"
            value={params.state ?? ANY}
            onChange={(value) =>
              void setParams({
                state: SCENE_STATES.find((known) => known === value) ?? null,
                cursor: null,
              })
            }
            options={[
              { id: ANY, label: t("anyState") },
              ...SCENE_STATES.map((state) => ({ id: state, label: t(`stateFilters.${state}`) })),
            ]}
          />
          <ChoiceSelect
            isLabelHidden
            label={t("campaign")}
            className="w-40"
            value={params.campaignId ?? ANY}
            onChange={(value) =>
              void setParams({ campaignId: value === ANY ? null : value, cursor: null })
            }
            options={[
              { id: ANY, label: t("anyCampaign") },
              { id: "none", label: t("noCampaign") },
              ...campaigns.map(({ id, name }) => ({ id, label: name })),
            ]}
          />
          <ChoiceSelect
            isLabelHidden
            label={t("tested")}
            className="w-36"
            value={params.tested ?? ANY}
            onChange={(value) =>
              void setParams({
                tested: TESTED.find((known) => known === value) ?? null,
                cursor: null,
              })
            }
            options={[
              { id: ANY, label: t("anyTested") },
              ...TESTED.map((tested) => ({ id: tested, label: t(`testedFilters.${tested}`) })),
            ]}
          />
          {isFiltered ? (
            <Button variant="ghost" onPress={() => void setParams(NO_SCENE_FILTERS)}>
              <X aria-hidden className="size-4" />
              {t("clear")}
            </Button>
          ) : null}
        </div>
      )}
      <SectionCard isFlush>
        <ListBody
          isReading={isReading}
          table={<SceneTable rows={rows} />}
          cards={<SceneCards rows={rows} />}
          empty={
            isEmpty ? (
              <EmptyState
                icon={isSearched ? SearchX : Braces}
                title={t(isSearched ? "noMatch" : "none")}
                action={
                  isSearched ? (
                    <Button variant="outline" onPress={() => void setParams(NO_SCENE_FILTERS)}>
                      {t("showAll")}
                    </Button>
                  ) : mayMint ? (
                    <ButtonLink href="/codes/new">{t("mint")}</ButtonLink>
                  ) : null
                }
              >
                {t(isSearched ? "noMatchText" : "noneText")}
              </EmptyState>
            ) : null
          }
        />
        <CodePager
          isAtNewest={!isDeeper}
          hasOlder={next !== null}
          onNewest={() => void setParams({ cursor: null })}
          onOlder={() => void setParams({ cursor: next })}
        />
      </SectionCard>
    </>
  );
}
