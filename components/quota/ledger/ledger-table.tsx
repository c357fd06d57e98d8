"use client";

import { Table } from "@heroui/react";
import { useFormatter, useTranslations } from "next-intl";
import { AboutWhat } from "@/components/quota/about-what";
import { EntryAmount } from "@/components/quota/ledger/entry-amount";
import { RowTable } from "@/components/ui/row-table";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { QuotaEntryRow } from "@/lib/quota/schema";

/** Lines of the ledger with the totals after each. */
export function LedgerTable({ rows }: { rows: readonly QuotaEntryRow[] }) {
  const t = useTranslations("quota.ledger");
  const format = useFormatter();
  const count = (figure: number) => format.number(figure);
  return (
    <RowTable
      label={t("title")}
      columns={
        <>
          <Table.Column>{t("columns.time")}</Table.Column>
          <Table.Column isRowHeader>{t("columns.what")}</Table.Column>
          <Table.Column className="w-1/4">{t("columns.about")}</Table.Column>
          <Table.Column className="w-1/4">{t("columns.who")}</Table.Column>
          <Table.Column className="text-end">{t("columns.spent")}</Table.Column>
          <Table.Column className="text-end">{t("columns.reserved")}</Table.Column>
          <Table.Column className="text-end">{t("columns.left")}</Table.Column>
        </>
      }
    >
      {rows.map((entry) => (
        <Table.Row key={entry.seq} id={entry.seq} textValue={entry.seq}>
          <Table.Cell className="text-muted">
            <TimeStamp at={entry.at} />
          </Table.Cell>
          <Table.Cell>
            <EntryAmount entry={entry} />
          </Table.Cell>
          <Table.Cell>
            <span className="block max-w-64 truncate">
              <AboutWhat {...entry} />
            </span>
            <Charged entry={entry} />
          </Table.Cell>
          <Table.Cell>
            <span className="block">{entry.actorName}</span>
            <span className="block max-w-72 text-xs break-words text-muted">{entry.reason}</span>
          </Table.Cell>
          <Table.Cell className="text-end">{count(entry.spentAfter)}</Table.Cell>
          <Table.Cell className="text-end">{count(entry.reservedAfter)}</Table.Cell>
          <Table.Cell className="text-end font-medium">{count(entry.leftAfter)}</Table.Cell>
        </Table.Row>
      ))}
    </RowTable>
  );
}

/** The campaign, and whose share was used when that is not the person who acted. */
function Charged({ entry }: { entry: QuotaEntryRow }) {
  const t = useTranslations("quota.ledger");
  const { campaignName, chargedToName, actorName } = entry;
  const words = [
    ...(campaignName ? [campaignName] : []),
    ...(chargedToName && chargedToName !== actorName
      ? [t("chargedTo", { name: chargedToName })]
      : []),
  ];
  if (words.length === 0) return null;
  return <span className="block max-w-64 truncate text-xs text-muted">{words.join(" · ")}</span>;
}
