"use client";

import { Button } from "@heroui/react";
import { ArrowLeftToLine, ArrowRight, BookText } from "lucide-react";
import { useTranslations } from "next-intl";
import { LedgerCards } from "@/components/quota/ledger/ledger-cards";
import { LedgerFilters } from "@/components/quota/ledger/ledger-filters";
import { exportAddress, isNarrowed } from "@/components/quota/ledger/ledger-params";
import { LedgerTable } from "@/components/quota/ledger/ledger-table";
import { useLedgerParams } from "@/components/quota/ledger/use-ledger-params";
import type { Named } from "@/components/quota/named";
import { EmptyState } from "@/components/ui/empty-state";
import { ListBody } from "@/components/ui/list-body";
import { SectionCard } from "@/components/ui/section-card";
import { TableLinks } from "@/components/ui/table-links";
import type { QuotaEntryRow } from "@/lib/quota/schema";

interface LedgerSectionProps {
  miniProgramId: string;
  rows: readonly QuotaEntryRow[];
  next: string | null;
  people: readonly Named[];
  campaigns: readonly Named[];
}

/** Every line ever written about this quota, narrowed, paged, and as a file. */
export function LedgerSection({ miniProgramId, rows, next, ...known }: LedgerSectionProps) {
  const t = useTranslations("quota.ledger");
  const tCommon = useTranslations("common");
  const { params, ask, clear, isReading } = useLedgerParams();
  const isDeeper = params.cursor !== null;
  const isAsked = isNarrowed(params) || isDeeper;

  function turnTo(cursor: string | null) {
    ask({ cursor });
    document.querySelector("#ledger")?.scrollIntoView({ block: "start" });
  }

  return (
    <SectionCard
      isFlush
      title={t("title")}
      description={t("text")}
      actions={
        rows.length > 0 ? (
          <TableLinks
            label={t("export")}
            title={t("exportTitle")}
            addressOf={(format) => exportAddress(miniProgramId, params, format)}
          />
        ) : null
      }
    >
      {rows.length > 0 || isAsked ? (
        <LedgerFilters params={params} onAsk={ask} onClear={clear} {...known} />
      ) : null}
      <ListBody
        isReading={isReading}
        table={<LedgerTable rows={rows} />}
        cards={<LedgerCards rows={rows} />}
        empty={
          rows.length === 0 ? (
            <EmptyState
              icon={BookText}
              title={t(isAsked ? "noMatch" : "none")}
              action={
                isAsked ? (
                  <Button variant="outline" onPress={clear}>
                    {t("clear")}
                  </Button>
                ) : null
              }
            >
              {t(isAsked ? "noMatchText" : "noneText")}
            </EmptyState>
          ) : null
        }
      />
      {isDeeper || next ? (
        <nav
          aria-label={t("pages")}
          className="flex justify-end gap-2 border-t border-separator px-4 py-3"
        >
          {isDeeper ? (
            <Button variant="ghost" size="sm" onPress={() => turnTo(null)}>
              <ArrowLeftToLine />
              {tCommon("newest")}
            </Button>
          ) : null}
          {next ? (
            <Button variant="outline" size="sm" onPress={() => turnTo(next)}>
              {tCommon("older")}
              <ArrowRight />
            </Button>
          ) : null}
        </nav>
      ) : null}
    </SectionCard>
  );
}
