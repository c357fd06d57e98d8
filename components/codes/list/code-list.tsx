"use client";

import { Card } from "@heroui/react";
import { useFormatter, useTranslations } from "next-intl";
import { ActiveFilters } from "@/components/codes/list/active-filters";
import { CodeCards } from "@/components/codes/list/code-cards";
import { CodeGallery } from "@/components/codes/list/code-gallery";
import { isNarrowed, NO_FILTERS } from "@/components/codes/list/code-list-params";
import type { FilterName } from "@/components/codes/list/code-list-params";
import { CodePager } from "@/components/codes/list/code-pager";
import { CodeSearch } from "@/components/codes/list/code-search";
import { CodeTable } from "@/components/codes/list/code-table";
import { ExportLink } from "@/components/codes/list/export-link";
import { FilterMenu } from "@/components/codes/list/filter-menu";
import { NoCodes } from "@/components/codes/list/no-codes";
import { PackLink } from "@/components/codes/list/pack-link";
import { SelectionBar } from "@/components/codes/list/selection-bar";
import { TickBox } from "@/components/codes/list/tick-box";
import { useCodeList } from "@/components/codes/list/use-code-list";
import type { EditCodes } from "@/components/codes/list/use-edit-ticked";
import { useTicked } from "@/components/codes/list/use-ticked";
import { ViewSwitch } from "@/components/codes/list/view-switch";
import type { NamedCampaign } from "@/components/codes/mint/new-campaign-dialog";
import type { CodeCount } from "@/lib/codes/count-codes";
import type { CodeFacets } from "@/lib/codes/count-facets";
import type { CodeRow } from "@/lib/codes/list-codes";

interface CodeListProps {
  rows: readonly CodeRow[];
  causes: Record<string, string>;
  next: string | null;
  total: CodeCount;
  facets: CodeFacets;
  mayMint: boolean;
  mayPack: boolean;
  /** The mini program the list is of; undefined while there is none. */
  miniProgramId: string | undefined;
  campaigns: readonly NamedCampaign[];
  editCodes: EditCodes;
}

/** The codes list: tools, what narrows it, the codes, and the way to older ones or to act on ticked ones. */
export function CodeList({ rows, causes, next, total, facets, ...desk }: CodeListProps) {
  const t = useTranslations("codes.list");
  const format = useFormatter();
  const { params, ask, isReading } = useCodeList();
  const ids = rows.map(({ id }) => id);
  const { view, ...question } = params;
  const ticking = useTicked(ids, JSON.stringify(question));
  const { ticked, onTick } = ticking;
  const clear = () => ask(NO_FILTERS);

  function filter(name: FilterName, value: string | null) {
    ask({ [name]: value });
  }

  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <CodeSearch
          search={params.search ?? ""}
          onSearch={(search) => ask({ search: search || null })}
        />
        <p aria-live="polite" className="order-last w-full text-muted sm:order-none sm:w-auto">
          {t("total", { count: `${format.number(total.count)}${total.capped ? "+" : ""}` })}
        </p>
        <div className="ms-auto flex flex-wrap items-center gap-2">
          {rows.length > 0 ? (
            <>
              <ExportLink params={params} miniProgramId={desk.miniProgramId} />
              {desk.mayPack ? (
                <PackLink params={params} miniProgramId={desk.miniProgramId} />
              ) : null}
            </>
          ) : null}
          <FilterMenu params={params} facets={facets} onFilter={filter} />
          <ViewSwitch
            view={view}
            onChange={(chosen) => ask({ view: chosen, cursor: params.cursor })}
          />
        </div>
      </div>
      <ActiveFilters
        params={params}
        facets={facets}
        onRemove={(names) => ask(Object.fromEntries(names.map((name) => [name, null])))}
        onClear={clear}
      />
      <Card
        aria-busy={isReading}
        className={`gap-0 overflow-clip border border-border p-0 transition-opacity ${isReading ? "opacity-60" : ""}`}
      >
        {rows.length === 0 ? (
          <NoCodes
            isNarrowed={isNarrowed(params) || params.cursor !== null}
            mayMint={desk.mayMint}
            onClear={clear}
          />
        ) : (
          <>
            {view === "gallery" ? (
              <CodeGallery rows={rows} causes={causes} {...ticking} />
            ) : (
              <>
                <div className="hidden md:block">
                  <CodeTable rows={rows} causes={causes} {...ticking} />
                </div>
                <div className="md:hidden">
                  <CodeCards rows={rows} causes={causes} {...ticking} />
                </div>
              </>
            )}
            {ticked.size > 0 ? (
              <SelectionBar
                codes={rows.filter(({ id }) => ticked.has(id))}
                campaigns={desk.campaigns}
                mayMint={desk.mayMint}
                mayPack={desk.mayPack}
                editCodes={desk.editCodes}
                onClear={() => onTick(new Set())}
              >
                <TickBox
                  label={t("tickPage")}
                  isTicked={ticked.size === rows.length}
                  isIndeterminate={ticked.size < rows.length}
                  onTick={() => onTick(new Set(ticked.size < rows.length ? ids : []))}
                  className={view === "gallery" ? "" : "md:hidden"}
                />
              </SelectionBar>
            ) : (
              <CodePager
                isAtNewest={params.cursor === null}
                hasOlder={next !== null}
                onNewest={() => ask({ cursor: null })}
                onOlder={() => ask({ cursor: next })}
              />
            )}
          </>
        )}
      </Card>
    </div>
  );
}
