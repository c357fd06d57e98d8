"use client";

import { Table } from "@heroui/react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useChangeWords } from "@/components/scans/figures/use-change-words";
import { RowTable } from "@/components/ui/row-table";
import { SectionCard } from "@/components/ui/section-card";
import type { ScanShare } from "@/lib/scans/schema";

export interface ShareRow extends ScanShare {
  id: string;
  name: ReactNode;
  /** The name in plain text. */
  text: string;
  note?: ReactNode;
}

interface ShareTableProps {
  title: string;
  description: string;
  /** What a row is. */
  what: string;
  /** Said when there are no rows. */
  none: string;
  rows: readonly ShareRow[];
}

/** Who has how many of the scans, and how that changed; three columns, so that it fits on a phone as well. */
export function ShareTable({ title, description, what, none, rows }: ShareTableProps) {
  const t = useTranslations("scans.shares");
  const format = useFormatter();
  const changeWords = useChangeWords();
  return (
    <SectionCard isFlush title={title} description={description}>
      {rows.length === 0 ? (
        <p className="px-5 pb-5 text-muted">{none}</p>
      ) : (
        <RowTable
          label={title}
          columns={
            <>
              <Table.Column isRowHeader className="w-full">
                {what}
              </Table.Column>
              <Table.Column className="text-end">{t("scans")}</Table.Column>
              <Table.Column className="text-end">{t("change")}</Table.Column>
            </>
          }
        >
          {rows.map((row) => (
            <Table.Row key={row.id} id={row.id} textValue={row.text}>
              <Table.Cell className="max-w-0">
                <span className="block truncate font-medium">{row.name}</span>
                {row.note ? (
                  <span className="block truncate text-xs text-muted">{row.note}</span>
                ) : null}
              </Table.Cell>
              <Table.Cell className="text-end">{format.number(row.scans)}</Table.Cell>
              <Table.Cell className="text-end whitespace-nowrap text-muted">
                {changeWords(row)}
              </Table.Cell>
            </Table.Row>
          ))}
        </RowTable>
      )}
    </SectionCard>
  );
}
