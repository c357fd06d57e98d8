"use client";

import { Button, Card } from "@heroui/react";
import { QrCode, SearchX } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { ActiveFilters } from "@/components/codes/list/active-filters";
import { CodeCards } from "@/components/codes/list/code-cards";
import { CodeGallery } from "@/components/codes/list/code-gallery";
import { isNarrowed, NO_FILTERS } from "@/components/codes/list/code-list-params";
import type { FilterName } from "@/components/codes/list/code-list-params";
import { CodePager } from "@/components/codes/list/code-pager";
import { CodeSearch } from "@/components/codes/list/code-search";
import { CodeTable } from "@/components/codes/list/code-table";
import { FilterMenu } from "@/components/codes/list/filter-menu";
import { useCodeList } from "@/components/codes/list/use-code-list";
import { ViewSwitch } from "@/components/codes/list/view-switch";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
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
}

/** The codes list: tools, what narrows it, the codes, and the way to older ones. */
export function CodeList({ rows, causes, next, total, facets, mayMint }: CodeListProps) {
  const t = useTranslations("codes.list");
  const format = useFormatter();
  const { params, ask, isReading } = useCodeList();
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
        <div className="ms-auto flex items-center gap-2">
          <FilterMenu params={params} facets={facets} onFilter={filter} />
          <ViewSwitch
            view={params.view}
            onChange={(view) => ask({ view, cursor: params.cursor })}
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
        className={`gap-0 overflow-hidden border border-border p-0 transition-opacity ${isReading ? "opacity-60" : ""}`}
      >
        {rows.length === 0 ? (
          <NoCodes
            isNarrowed={isNarrowed(params) || params.cursor !== null}
            mayMint={mayMint}
            onClear={clear}
          />
        ) : (
          <>
            {params.view === "gallery" ? (
              <CodeGallery rows={rows} causes={causes} />
            ) : (
              <>
                <div className="hidden md:block">
                  <CodeTable rows={rows} causes={causes} />
                </div>
                <div className="md:hidden">
                  <CodeCards rows={rows} causes={causes} />
                </div>
              </>
            )}
            <CodePager
              isAtNewest={params.cursor === null}
              hasOlder={next !== null}
              onNewest={() => ask({ cursor: null })}
              onOlder={() => ask({ cursor: next })}
            />
          </>
        )}
      </Card>
    </div>
  );
}

interface NoCodesProps {
  isNarrowed: boolean;
  mayMint: boolean;
  onClear: () => void;
}

function NoCodes({ isNarrowed: isFiltered, mayMint, onClear }: NoCodesProps) {
  const t = useTranslations("codes.list");
  if (isFiltered) {
    return (
      <EmptyState
        icon={SearchX}
        title={t("noMatch")}
        action={
          <Button variant="outline" onPress={onClear}>
            {t("clearFilters")}
          </Button>
        }
      >
        {t("noMatchText")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={QrCode}
      title={t("none")}
      action={mayMint ? <ButtonLink href="/codes/new">{t("newCode")}</ButtonLink> : null}
    >
      {t(mayMint ? "noneText" : "noneRead")}
    </EmptyState>
  );
}
