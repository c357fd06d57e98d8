"use client";

import { Table } from "@heroui/react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useFileSize } from "@/components/ui/use-file-size";
import { leftOutTotal } from "@/components/packs/words/left-out-parts";
import { PackFormIcon } from "@/components/packs/words/pack-form-icon";
import { PackProgress } from "@/components/packs/words/pack-progress";
import { PackStatusChip } from "@/components/packs/words/pack-status-chip";
import { PersonAvatar } from "@/components/ui/person-avatar";
import { RowTable } from "@/components/ui/row-table";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { PackRow } from "@/lib/packs/pack-view";

interface PackRowsProps {
  rows: readonly PackRow[];
}

/** Packs as rows: what, how many codes, how large, its state, who made it and how often it was taken. */
export function PackTable({ rows }: PackRowsProps) {
  const t = useTranslations("packs.list");
  const format = useFormatter();
  const fileSize = useFileSize();
  return (
    <RowTable
      label={t("title")}
      columns={
        <>
          <Table.Column isRowHeader className="w-2/5">
            {t("columns.name")}
          </Table.Column>
          <Table.Column className="text-end">{t("columns.codes")}</Table.Column>
          <Table.Column className="text-end">{t("columns.size")}</Table.Column>
          <Table.Column>{t("columns.status")}</Table.Column>
          <Table.Column className="text-end">{t("columns.takes")}</Table.Column>
          <Table.Column>{t("columns.creator")}</Table.Column>
          <Table.Column>{t("columns.time")}</Table.Column>
        </>
      }
    >
      {rows.map((pack) => (
        <Table.Row key={pack.id} id={pack.id} textValue={pack.name}>
          <Table.Cell>
            <span className="flex max-w-md min-w-48 items-center gap-3">
              <PackFormIcon form={pack.form} />
              <span className="min-w-0">
                <Link
                  href={`/packs/${pack.id}`}
                  className="block truncate font-medium hover:underline"
                >
                  {pack.name}
                </Link>
                <span className="block truncate text-xs text-muted">
                  <PackFacts pack={pack} />
                </span>
              </span>
            </span>
          </Table.Cell>
          <Table.Cell className="text-end">{format.number(pack.codeCount)}</Table.Cell>
          <Table.Cell className="text-end whitespace-nowrap">
            {pack.byteSize === null ? "—" : fileSize(pack.byteSize)}
          </Table.Cell>
          <Table.Cell>
            <PackState pack={pack} />
          </Table.Cell>
          <Table.Cell className="text-end">{format.number(pack.takeCount)}</Table.Cell>
          <Table.Cell>
            <span className="flex items-center gap-2 whitespace-nowrap" title={pack.createdBy}>
              <PersonAvatar name={pack.createdBy} />
              <span className="max-w-24 truncate">{pack.createdBy}</span>
            </span>
          </Table.Cell>
          <Table.Cell className="text-muted">
            <TimeStamp at={pack.createdAt} />
          </Table.Cell>
        </Table.Row>
      ))}
    </RowTable>
  );
}

/** Packs on a phone: a row becomes a card. */
export function PackCards({ rows }: PackRowsProps) {
  const t = useTranslations("packs.list");
  const fileSize = useFileSize();
  return (
    <ul className="divide-y divide-separator">
      {rows.map((pack) => (
        <li key={pack.id}>
          <Link href={`/packs/${pack.id}`} className="flex gap-3 px-4 py-3">
            <PackFormIcon form={pack.form} />
            <span className="flex min-w-0 flex-1 flex-col gap-1.5">
              <span className="font-medium break-words">{pack.name}</span>
              <span className="text-xs text-muted">
                <PackFacts pack={pack} /> · {t("codes", { count: pack.codeCount })}
                {pack.byteSize === null ? null : ` · ${fileSize(pack.byteSize)}`}
              </span>
              <PackState pack={pack} />
              <span className="flex flex-wrap gap-x-2 text-xs text-muted">
                {pack.createdBy} · {t("taken", { count: pack.takeCount })}
                <span className="ms-auto">
                  <TimeStamp at={pack.createdAt} />
                </span>
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function PackState({ pack }: { pack: PackRow }) {
  const t = useTranslations("packs.list");
  return (
    <span className="flex min-w-0 flex-col gap-1.5">
      <span>
        <PackStatusChip status={pack.status} problemCount={pack.problemCount} />
      </span>
      {pack.status === "preparing" ? (
        <PackProgress
          label={t("progressOf", { name: pack.name })}
          doneCount={pack.doneCount}
          codeCount={pack.codeCount}
        />
      ) : null}
    </span>
  );
}

/** Its form, and how many chosen codes are not in it. */
function PackFacts({ pack: { form, leftOut } }: { pack: PackRow }) {
  const t = useTranslations("packs");
  const total = leftOutTotal(leftOut);
  const left = total > 0 ? t("list.leftOut", { count: total }) : null;
  return [t(`forms.${form}.title`), left].filter((fact) => fact !== null).join(" · ");
}
