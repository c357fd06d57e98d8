"use client";

import { Table } from "@heroui/react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { LeadsTo } from "@/components/scenes/words/leads-to";
import { RowTable } from "@/components/ui/row-table";
import { SectionCard } from "@/components/ui/section-card";
import type { RepointLeftOut, RepointPreview, RepointRow } from "@/lib/codes/repoint-schema";

const LEFT_OUT = ["retired", "same", "unfit", "long"] as const satisfies (keyof RepointLeftOut)[];

/** How many would change, the first of them before and after, and which stay as they are. */
export function RepointPreviewCard({ preview }: { preview: RepointPreview }) {
  const t = useTranslations("scenes.repoint.preview");
  const format = useFormatter();
  const { sceneCount, leftOut, aheadCount, rows } = preview;
  const notes = [
    ...LEFT_OUT.filter((why) => leftOut[why] > 0).map((why) =>
      t(`leftOut.${why}`, { count: leftOut[why] }),
    ),
    ...(aheadCount > 0 ? [t("ahead", { count: aheadCount })] : []),
  ];
  return (
    <SectionCard
      isFlush
      title={t("title")}
      description={
        <span role="status">
          {sceneCount === 0 ? t("nothing") : t("count", { count: sceneCount })}
        </span>
      }
    >
      {notes.length > 0 ? (
        <ul className="flex list-disc flex-col gap-0.5 px-5 pb-4 pl-9 text-sm text-muted">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
      {rows.length > 0 ? (
        <>
          <div className="hidden md:block">
            <PreviewTable rows={rows} />
          </div>
          <ul className="divide-y divide-separator border-t border-separator md:hidden">
            {rows.map((row) => (
              <li key={row.sceneId} className="flex flex-col gap-2 px-4 py-3">
                <SceneName row={row} />
                <div className="grid grid-cols-2 gap-3 text-sm">
                  <span className="flex min-w-0 flex-col">
                    <span className="text-xs text-muted">{t("before")}</span>
                    <LeadsTo {...row.before} />
                  </span>
                  <span className="flex min-w-0 flex-col">
                    <span className="text-xs text-muted">{t("after")}</span>
                    <LeadsTo {...row.after} />
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {sceneCount > rows.length ? (
        <p className="border-t border-separator px-5 py-3 text-sm text-muted">
          {t("more", { shown: rows.length, count: format.number(sceneCount) })}
        </p>
      ) : null}
    </SectionCard>
  );
}

function PreviewTable({ rows }: { rows: readonly RepointRow[] }) {
  const t = useTranslations("scenes.repoint.preview");
  return (
    <RowTable
      label={t("title")}
      columns={
        <>
          <Table.Column isRowHeader>{t("scene")}</Table.Column>
          <Table.Column className="w-1/3">{t("before")}</Table.Column>
          <Table.Column className="w-1/3">{t("after")}</Table.Column>
        </>
      }
    >
      {rows.map((row) => (
        <Table.Row key={row.sceneId} id={row.sceneId} textValue={row.label}>
          <Table.Cell>
            <SceneName row={row} />
          </Table.Cell>
          <Table.Cell>
            <div className="max-w-80">
              <LeadsTo {...row.before} />
            </div>
          </Table.Cell>
          <Table.Cell>
            <div className="max-w-80">
              <LeadsTo {...row.after} />
            </div>
          </Table.Cell>
        </Table.Row>
      ))}
    </RowTable>
  );
}

function SceneName({ row: { sceneId, label, serial, scene } }: { row: RepointRow }) {
  return (
    <span className="flex max-w-72 min-w-0 flex-col">
      <Link href={`/scenes/${sceneId}`} className="truncate font-medium hover:underline">
        {label}
      </Link>
      <span className="truncate font-mono text-xs text-muted">
        {serial} · {scene}
      </span>
    </span>
  );
}
