"use client";

import { Table } from "@heroui/react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { BatchProgressBar } from "@/components/batches/words/batch-progress-bar";
import { BatchStatusChip } from "@/components/batches/words/batch-status-chip";
import { progressOf } from "@/components/batches/words/progress-of";
import { KindChip } from "@/components/codes/words/kind-chip";
import { PersonAvatar } from "@/components/ui/person-avatar";
import { RowTable } from "@/components/ui/row-table";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { BatchRow } from "@/lib/batches/progress-schema";

interface BatchRowsProps {
  rows: readonly BatchRow[];
}

/** Batches as rows: name, kind, progress, counts, who and when. */
export function BatchTable({ rows }: BatchRowsProps) {
  const t = useTranslations("batches.list");
  return (
    <RowTable
      label={t("title")}
      columns={
        <>
          <Table.Column isRowHeader className="w-1/3">
            {t("columns.name")}
          </Table.Column>
          <Table.Column>{t("columns.kind")}</Table.Column>
          <Table.Column className="w-1/3">{t("columns.progress")}</Table.Column>
          <Table.Column>{t("columns.creator")}</Table.Column>
          <Table.Column>{t("columns.time")}</Table.Column>
        </>
      }
    >
      {rows.map((batch) => (
        <Table.Row key={batch.id} id={batch.id} textValue={batch.name}>
          <Table.Cell>
            <div className="flex max-w-md min-w-48 flex-col">
              <Link href={`/batches/${batch.id}`} className="truncate font-medium hover:underline">
                {batch.name}
              </Link>
              <span className="truncate text-xs text-muted">
                <BatchFacts batch={batch} />
              </span>
            </div>
          </Table.Cell>
          <Table.Cell>
            <KindChip kind={batch.kind} />
          </Table.Cell>
          <Table.Cell>
            <div className="flex min-w-52 flex-col gap-1.5">
              <span>
                <BatchStatusChip status={batch.status} />
              </span>
              <BatchProgressBar
                label={t("progressOf", { name: batch.name })}
                status={batch.status}
                counts={batch.counts}
              />
            </div>
          </Table.Cell>
          <Table.Cell>
            <span className="flex items-center gap-2 whitespace-nowrap" title={batch.createdBy}>
              <PersonAvatar name={batch.createdBy} />
              <span className="max-w-24 truncate">{batch.createdBy}</span>
            </span>
          </Table.Cell>
          <Table.Cell className="text-muted">
            <TimeStamp at={batch.createdAt} />
          </Table.Cell>
        </Table.Row>
      ))}
    </RowTable>
  );
}

/** Batches on a phone: a row becomes a card. */
export function BatchCards({ rows }: BatchRowsProps) {
  const t = useTranslations("batches.list");
  return (
    <ul className="divide-y divide-separator">
      {rows.map((batch) => (
        <li key={batch.id}>
          <Link href={`/batches/${batch.id}`} className="flex flex-col gap-2 px-4 py-3">
            <span className="flex items-start justify-between gap-2">
              <span className="min-w-0 font-medium break-words">{batch.name}</span>
              <BatchStatusChip status={batch.status} />
            </span>
            <span className="text-xs text-muted">
              <BatchFacts batch={batch} />
            </span>
            <BatchProgressBar
              label={t("progressOf", { name: batch.name })}
              status={batch.status}
              counts={batch.counts}
            />
            <span className="flex flex-wrap items-center gap-2 text-xs text-muted">
              <KindChip kind={batch.kind} />
              {batch.createdBy}
              <span className="ms-auto">
                <TimeStamp at={batch.createdAt} />
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Campaign, rows, and how many of them were left out. */
function BatchFacts({ batch: { campaign, rowCount, counts } }: { batch: BatchRow }) {
  const t = useTranslations("batches.list");
  const format = useFormatter();
  const { skipped } = progressOf(counts);
  const facts = [
    campaign?.name,
    t("rows", { count: rowCount }),
    skipped > 0 ? t("skipped", { count: format.number(skipped) }) : null,
  ];
  return facts.filter((fact) => typeof fact === "string").join(" · ");
}
