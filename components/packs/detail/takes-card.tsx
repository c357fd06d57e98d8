"use client";

import { Table } from "@heroui/react";
import { useTranslations } from "next-intl";
import { ListBody } from "@/components/ui/list-body";
import { PersonAvatar } from "@/components/ui/person-avatar";
import { RowTable } from "@/components/ui/row-table";
import { SectionCard } from "@/components/ui/section-card";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { PackDetail, PackTaken } from "@/lib/packs/pack-view";

/** Who took the pack away, when and from where. */
export function TakesCard({ pack: { takes, takeCount } }: { pack: PackDetail }) {
  const t = useTranslations("packs.takes");
  const isSome = takeCount > takes.length;
  return (
    <SectionCard
      isFlush
      title={t("title", { count: takeCount })}
      description={isSome ? t("latest", { count: takes.length }) : t("description")}
    >
      <ListBody
        isReading={false}
        empty={
          takes.length === 0 ? <p className="px-5 pb-5 text-sm text-muted">{t("none")}</p> : null
        }
        table={<TakesTable takes={takes} />}
        cards={<TakesCards takes={takes} />}
      />
    </SectionCard>
  );
}

interface TakesProps {
  takes: readonly PackTaken[];
}

function TakesTable({ takes }: TakesProps) {
  const t = useTranslations("packs.takes");
  return (
    <RowTable
      label={t("label")}
      columns={
        <>
          <Table.Column isRowHeader>{t("columns.who")}</Table.Column>
          <Table.Column>{t("columns.how")}</Table.Column>
          <Table.Column>{t("columns.address")}</Table.Column>
          <Table.Column>{t("columns.when")}</Table.Column>
          <Table.Column>{t("columns.completed")}</Table.Column>
        </>
      }
    >
      {takes.map((taken) => (
        <Table.Row key={taken.id} id={taken.id} textValue={taken.takenBy}>
          <Table.Cell>
            <span className="flex items-center gap-2">
              <PersonAvatar name={taken.takenBy} />
              {taken.takenBy}
            </span>
          </Table.Cell>
          <Table.Cell>
            <TakenHow taken={taken} />
          </Table.Cell>
          <Table.Cell className="font-mono text-xs">{taken.address ?? "—"}</Table.Cell>
          <Table.Cell>
            <TimeStamp at={taken.takenAt} />
          </Table.Cell>
          <Table.Cell className="text-muted">
            <TakenWhole taken={taken} />
          </Table.Cell>
        </Table.Row>
      ))}
    </RowTable>
  );
}

function TakesCards({ takes }: TakesProps) {
  return (
    <ul className="divide-y divide-separator">
      {takes.map((taken) => (
        <li key={taken.id} className="flex items-start gap-3 px-4 py-3">
          <PersonAvatar name={taken.takenBy} />
          <span className="flex min-w-0 flex-1 flex-col gap-0.5">
            <span className="flex items-baseline justify-between gap-2">
              <span className="min-w-0 font-medium break-words">{taken.takenBy}</span>
              <span className="text-xs text-muted">
                <TimeStamp at={taken.takenAt} />
              </span>
            </span>
            <span className="text-xs text-muted">
              <TakenHow taken={taken} />
              {taken.address ? ` · ${taken.address}` : null} · <TakenWhole taken={taken} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** At the desk, or by which link. */
function TakenHow({ taken: { link } }: { taken: PackTaken }) {
  const t = useTranslations("packs.takes");
  return link === null ? t("atDesk") : t("byLink", { name: link });
}

function TakenWhole({ taken: { completedAt } }: { taken: PackTaken }) {
  const t = useTranslations("packs.takes");
  return t(completedAt ? "whole" : "notWhole");
}
