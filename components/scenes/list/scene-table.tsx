"use client";

import { Table } from "@heroui/react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { LeadsTo } from "@/components/scenes/words/leads-to";
import { SceneStateChip } from "@/components/scenes/words/scene-state-chip";
import { RowTable } from "@/components/ui/row-table";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { SceneRow } from "@/lib/scenes/schema";

interface SceneRowsProps {
  rows: readonly SceneRow[];
}

/** Scenes as rows: value and code, where it leads, state, scans, test. */
export function SceneTable({ rows }: SceneRowsProps) {
  const t = useTranslations("scenes.list");
  const format = useFormatter();
  return (
    <RowTable
      label={t("title")}
      columns={
        <>
          <Table.Column isRowHeader className="w-1/4">
            {t("columns.value")}
          </Table.Column>
          <Table.Column className="w-1/4">{t("columns.leadsTo")}</Table.Column>
          <Table.Column>{t("columns.state")}</Table.Column>
          <Table.Column>{t("columns.campaign")}</Table.Column>
          <Table.Column>{t("columns.scans")}</Table.Column>
          <Table.Column>{t("columns.tested")}</Table.Column>
        </>
      }
    >
      {rows.map((scene) => (
        <Table.Row key={scene.id} id={scene.id} textValue={scene.value}>
          <Table.Cell>
            <div className="flex max-w-72 min-w-40 flex-col">
              <Link
                href={`/scenes/${scene.id}`}
                className="truncate font-mono text-[13px] font-medium hover:underline"
              >
                {scene.value}
              </Link>
              <span className="truncate text-xs text-muted">
                <Carrying scene={scene} />
              </span>
            </div>
          </Table.Cell>
          <Table.Cell>
            <div className="max-w-72 min-w-40">
              <LeadsTo page={scene.page} payload={scene.payload} />
            </div>
          </Table.Cell>
          <Table.Cell>
            <div className="flex flex-col items-start gap-0.5">
              <SceneStateChip state={scene.state} />
              <span className="text-xs whitespace-nowrap text-muted">
                {scene.nextChangeAt ? (
                  <TimeStamp at={scene.nextChangeAt} />
                ) : (
                  t("version", { version: scene.version })
                )}
              </span>
            </div>
          </Table.Cell>
          <Table.Cell>
            <span className="block max-w-32 truncate" title={scene.campaignName ?? undefined}>
              {scene.campaignName ?? <span className="text-muted">—</span>}
            </span>
          </Table.Cell>
          <Table.Cell>
            <div className="flex flex-col">
              <span className="tabular-nums">{format.number(scene.recentScanCount)}</span>
              <span className="text-xs whitespace-nowrap text-muted">
                {scene.lastScanAt ? <TimeStamp at={scene.lastScanAt} /> : t("neverScanned")}
              </span>
            </div>
          </Table.Cell>
          <Table.Cell>
            {scene.testedAt ? (
              <div className="flex flex-col">
                <span className="max-w-24 truncate">{scene.testedBy}</span>
                <span className="text-xs text-muted">
                  <TimeStamp at={scene.testedAt} />
                </span>
              </div>
            ) : (
              <span className="whitespace-nowrap text-muted">{t("untested")}</span>
            )}
          </Table.Cell>
        </Table.Row>
      ))}
    </RowTable>
  );
}

/** Scenes on a phone: a row becomes a card. */
export function SceneCards({ rows }: SceneRowsProps) {
  const t = useTranslations("scenes.list");
  const format = useFormatter();
  return (
    <ul className="divide-y divide-separator">
      {rows.map((scene) => (
        <li key={scene.id}>
          <Link href={`/scenes/${scene.id}`} className="flex flex-col gap-1.5 px-4 py-3">
            <span className="flex items-start justify-between gap-2">
              <span className="min-w-0 font-mono text-[13px] font-medium break-all">
                {scene.value}
              </span>
              <SceneStateChip state={scene.state} />
            </span>
            <span className="truncate text-xs text-muted">
              <Carrying scene={scene} />
            </span>
            <LeadsTo page={scene.page} payload={scene.payload} />
            <span className="flex flex-wrap gap-x-3 text-xs text-muted">
              <span>{t("recentScans", { count: format.number(scene.recentScanCount) })}</span>
              <span>
                {scene.testedAt ? t("testedBy", { name: scene.testedBy ?? "" }) : t("untested")}
              </span>
              {scene.nextChangeAt ? (
                <span className="ms-auto">
                  <TimeStamp at={scene.nextChangeAt} />
                </span>
              ) : null}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Label of the newest code, and how many carry it. */
function Carrying({ scene: { label, codeCount } }: { scene: SceneRow }) {
  const t = useTranslations("scenes.list");
  if (label === null) return t("noCode");
  return codeCount > 1 ? t("labelAndMore", { label, count: codeCount }) : label;
}
