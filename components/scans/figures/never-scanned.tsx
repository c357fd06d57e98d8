"use client";

import { Table } from "@heroui/react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { CodePager } from "@/components/codes/list/code-pager";
import { CodeThumbnail } from "@/components/codes/words/code-thumbnail";
import {
  NEVER_SCANNED_DAYS,
  exportAddress,
  unscannedDaysOf,
} from "@/components/scans/figures/scan-params";
import { useScanParams } from "@/components/scans/figures/use-scan-params";
import { ChoiceSelect } from "@/components/ui/choice-select";
import { ListBody } from "@/components/ui/list-body";
import { RowTable } from "@/components/ui/row-table";
import { SectionCard } from "@/components/ui/section-card";
import { TableLinks } from "@/components/ui/table-links";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { NeverScannedRow } from "@/lib/scans/schema";

const CHOICES = [1, 7, NEVER_SCANNED_DAYS, 90, 180];

interface NeverScannedProps {
  miniProgramId: string;
  rows: readonly NeverScannedRow[];
  next: string | null;
}

/** Codes that hang somewhere and nobody scans, or hang nowhere. */
export function NeverScanned({ miniProgramId, rows, next }: NeverScannedProps) {
  const t = useTranslations("scans.never");
  const { params, ask, isReading } = useScanParams();
  const days = unscannedDaysOf(params);
  const choices = CHOICES.includes(days) ? CHOICES : [...CHOICES, days];
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
            addressOf={(format) => exportAddress("never", miniProgramId, params, format)}
          />
        ) : null
      }
    >
      <div className="px-5 pb-3">
        <ChoiceSelect
          label={t("mintedBefore")}
          className="w-48"
          value={String(days)}
          onChange={(value) => ask({ unscanned: Number(value) })}
          options={choices.map((count) => ({ id: String(count), label: t("daysAgo", { count }) }))}
        />
      </div>
      <ListBody
        isReading={isReading}
        table={<NeverScannedTable rows={rows} />}
        cards={<NeverScannedCards rows={rows} />}
        empty={
          rows.length === 0 ? (
            <p className="px-5 pb-5 text-muted">{t(next ? "noneHere" : "none", { count: days })}</p>
          ) : null
        }
      />
      <CodePager
        isAtNewest={params.cursor === null}
        hasOlder={next !== null}
        onNewest={() => ask({ cursor: null })}
        onOlder={() => ask({ cursor: next })}
      />
    </SectionCard>
  );
}

function NeverScannedTable({ rows }: { rows: readonly NeverScannedRow[] }) {
  const t = useTranslations("scans.never");
  return (
    <RowTable
      label={t("title")}
      columns={
        <>
          <Table.Column isRowHeader className="w-1/2">
            {t("code")}
          </Table.Column>
          <Table.Column>{t("page")}</Table.Column>
          <Table.Column>{t("campaign")}</Table.Column>
          <Table.Column>{t("minted")}</Table.Column>
        </>
      }
    >
      {rows.map((code) => (
        <Table.Row key={code.codeId} id={code.codeId} textValue={code.label}>
          <Table.Cell>
            <NamedCode code={code} />
          </Table.Cell>
          <Table.Cell className="font-mono text-xs">{code.page || "/"}</Table.Cell>
          <Table.Cell>{code.campaignName ?? "—"}</Table.Cell>
          <Table.Cell className="text-muted">
            <TimeStamp at={code.mintedAt} />
          </Table.Cell>
        </Table.Row>
      ))}
    </RowTable>
  );
}

/** On a phone a row becomes a card. */
function NeverScannedCards({ rows }: { rows: readonly NeverScannedRow[] }) {
  return (
    <ul className="divide-y divide-separator border-t border-separator">
      {rows.map((code) => (
        <li key={code.codeId} className="flex flex-col gap-1 px-5 py-3">
          <NamedCode code={code} />
          <span className="flex justify-between gap-2 text-xs text-muted">
            <span className="min-w-0 truncate">{code.campaignName ?? (code.page || "/")}</span>
            <TimeStamp at={code.mintedAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function NamedCode({ code: { codeId, label, serial, scene } }: { code: NeverScannedRow }) {
  return (
    <span className="flex min-w-0 items-center gap-3">
      <CodeThumbnail codeId={codeId} status="minted" className="size-10" />
      <span className="flex min-w-0 flex-col">
        <Link href={`/codes/${codeId}`} className="truncate font-medium hover:underline">
          {label}
        </Link>
        <span className="truncate text-xs text-muted">
          {serial} · <span className="font-mono">{scene}</span>
        </span>
      </span>
    </span>
  );
}
