"use client";

import { Table } from "@heroui/react";
import { useFormatter, useTranslations } from "next-intl";
import { CampaignNames, LastScan, PageLinks } from "@/components/scenes/pages/page-facts";
import { RowTable } from "@/components/ui/row-table";
import type { PageImpact } from "@/lib/codes/page-impact-schema";

export interface PageImpactRows {
  pages: readonly PageImpact[];
  mayRepoint: boolean;
}

/** Pages as rows: what points at each, of which campaigns, and how often it is scanned. */
export function PageImpactTable({ pages, mayRepoint }: PageImpactRows) {
  const t = useTranslations("scenes.pages");
  const format = useFormatter();
  return (
    <RowTable
      label={t("title")}
      columns={
        <>
          <Table.Column isRowHeader className="w-1/4">
            {t("columns.page")}
          </Table.Column>
          <Table.Column>{t("columns.pictures")}</Table.Column>
          <Table.Column>{t("columns.paths")}</Table.Column>
          <Table.Column>{t("columns.scenes")}</Table.Column>
          <Table.Column>{t("columns.campaigns")}</Table.Column>
          <Table.Column>{t("columns.scans")}</Table.Column>
          <Table.Column>{t("columns.actions")}</Table.Column>
        </>
      }
    >
      {pages.map((impact) => (
        <Table.Row key={impact.page} id={impact.page || "/"} textValue={impact.page || "/"}>
          <Table.Cell>
            <span className="block max-w-72 min-w-40 font-mono text-[13px] break-all">
              {impact.page || t("homePage")}
            </span>
          </Table.Cell>
          <Table.Cell className="tabular-nums">{format.number(impact.pictureCount)}</Table.Cell>
          <Table.Cell className="tabular-nums">{format.number(impact.pathCount)}</Table.Cell>
          <Table.Cell>
            <span className="tabular-nums">{format.number(impact.sceneCount)}</span>
            {impact.plannedCount > 0 ? (
              <span className="block text-xs whitespace-nowrap text-muted">
                {t("planned", { count: impact.plannedCount })}
              </span>
            ) : null}
          </Table.Cell>
          <Table.Cell>
            <span className="block max-w-48">
              <CampaignNames impact={impact} />
            </span>
          </Table.Cell>
          <Table.Cell>
            <LastScan impact={impact} />
          </Table.Cell>
          <Table.Cell>
            <PageLinks impact={impact} mayRepoint={mayRepoint} />
          </Table.Cell>
        </Table.Row>
      ))}
    </RowTable>
  );
}
