"use client";

import { useFormatter, useTranslations } from "next-intl";
import { AboutWhat } from "@/components/quota/about-what";
import { EntryAmount } from "@/components/quota/ledger/entry-amount";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { QuotaEntryRow } from "@/lib/quota/schema";

/** The ledger on a phone: a line becomes a card. */
export function LedgerCards({ rows }: { rows: readonly QuotaEntryRow[] }) {
  const t = useTranslations("quota.ledger");
  const format = useFormatter();
  return (
    <ul className="divide-y divide-separator border-t border-separator">
      {rows.map((entry) => (
        <li key={entry.seq} className="flex flex-col gap-1.5 px-5 py-3">
          <span className="flex items-center justify-between gap-3">
            <EntryAmount entry={entry} />
            <span className="text-xs text-muted">
              <TimeStamp at={entry.at} />
            </span>
          </span>
          <span className="truncate">
            <AboutWhat {...entry} />
          </span>
          <span className="text-xs break-words text-muted">
            {[entry.actorName, entry.campaignName, entry.reason].filter(Boolean).join(" · ")}
          </span>
          <span className="text-xs text-muted">
            {t("after", {
              spent: format.number(entry.spentAfter),
              reserved: format.number(entry.reservedAfter),
              left: format.number(entry.leftAfter),
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
