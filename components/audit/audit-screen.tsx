"use client";

import { Card } from "@heroui/react";
import { useFormatter, useTranslations } from "next-intl";
import { AuditChips } from "@/components/audit/audit-chips";
import { AuditEmpty } from "@/components/audit/audit-empty";
import { AuditExport } from "@/components/audit/audit-export";
import { AuditFilterMenu } from "@/components/audit/audit-filter-menu";
import type { AuditChoices } from "@/components/audit/audit-filter-menu";
import { AuditHistogramCard } from "@/components/audit/audit-histogram-card";
import { AuditList } from "@/components/audit/audit-list";
import { AuditPager } from "@/components/audit/audit-pager";
import { isNarrowed } from "@/components/audit/audit-params";
import { OpenedEntry } from "@/components/audit/opened-entry";
import { useAuditParams } from "@/components/audit/use-audit-params";
import { CodeSearch } from "@/components/codes/list/code-search";
import type { AuditEntryRow, AuditHistogram, AuditPage } from "@/lib/audit/schema";

interface AuditScreenProps {
  page: AuditPage;
  histogram: AuditHistogram;
  choices: AuditChoices;
  /** The one the address names; null when it names none. */
  opened: AuditEntryRow | null;
  /** Objects with a page, as `kind:id`. */
  standing: readonly string[];
}

/** The log: tools, what narrows it, entries by time, and the entries themselves. */
export function AuditScreen({ page, histogram, choices, opened, standing }: AuditScreenProps) {
  const t = useTranslations("audit");
  const format = useFormatter();
  const { params, ask, clear, isReading } = useAuditParams();
  const { rows, next, lookedBackTo } = page;
  const { total, isCapped } = histogram;
  const shown = `${format.number(total)}${isCapped ? "+" : ""}`;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <CodeSearch
          search={params.search ?? ""}
          onSearch={(search) => ask({ search: search || null })}
          words={{ label: t("search"), example: t("searchExample") }}
        />
        <p aria-live="polite" className="order-last w-full text-muted sm:order-none sm:w-auto">
          {t("total", { count: total, shown })}
        </p>
        <div className="ms-auto flex flex-wrap items-center gap-2">
          {rows.length > 0 ? <AuditExport params={params} /> : null}
          <AuditFilterMenu params={params} choices={choices} onAsk={ask} />
        </div>
      </div>
      <AuditChips
        params={params}
        choices={choices}
        targetLabel={params.target === null ? null : (rows[0]?.targetLabel ?? null)}
        onAsk={ask}
        onClear={clear}
      />
      {params.entry === null ? null : (
        <OpenedEntry seq={params.entry} row={opened} standing={standing} />
      )}
      <AuditHistogramCard histogram={histogram} hour={params.hour} onAsk={ask} />
      <Card
        aria-busy={isReading}
        className={`gap-0 overflow-clip border border-border p-0 transition-opacity ${isReading ? "opacity-60" : ""}`}
      >
        {rows.length > 0 ? (
          <AuditList rows={rows} standing={standing} />
        ) : lookedBackTo ? null : (
          <AuditEmpty isNarrowed={isNarrowed(params) || params.cursor !== null} onClear={clear} />
        )}
        <AuditPager
          isAtNewest={params.cursor === null}
          next={next}
          lookedBackTo={lookedBackTo}
          onTurn={(cursor) => ask({ cursor })}
        />
      </Card>
    </div>
  );
}
