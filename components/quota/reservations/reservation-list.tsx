"use client";

import { Lock, UserRoundCheck } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { CodeStatusChip } from "@/components/codes/words/code-status-chip";
import { AboutWhat } from "@/components/quota/about-what";
import { SettleUnknown } from "@/components/quota/reservations/settle-unknown";
import type { SettleUnknownAction } from "@/components/quota/reservations/settle-unknown";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionCard } from "@/components/ui/section-card";
import { StatusChip } from "@/components/ui/status-chip";
import { TextLink } from "@/components/ui/text-link";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { ReservationRow } from "@/lib/quota/schema";

interface ReservationListProps {
  rows: readonly ReservationRow[];
  /** Of all, not only of those listed. */
  count: number;
  /** Null for those who may not settle. */
  settle: SettleUnknownAction | null;
}

/** What is held but neither spent nor given back, the oldest first. */
export function ReservationList({ rows, count, settle }: ReservationListProps) {
  const t = useTranslations("quota.reservations");
  const format = useFormatter();
  return (
    <SectionCard isFlush title={t("title")} description={t("text")}>
      {rows.length === 0 ? (
        <EmptyState icon={Lock} title={t("none")}>
          {t("noneText")}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-separator border-t border-separator">
          {rows.map((row) => (
            <Reservation key={row.seq} row={row} settle={settle} />
          ))}
        </ul>
      )}
      {count > rows.length ? (
        <p className="border-t border-separator px-5 py-3 text-xs text-muted">
          {t("more", { shown: format.number(rows.length), count: format.number(count) })}
        </p>
      ) : null}
    </SectionCard>
  );
}

interface ReservationProps extends Pick<ReservationListProps, "settle"> {
  row: ReservationRow;
}

function Reservation({ row, settle }: ReservationProps) {
  const t = useTranslations("quota.reservations");
  const format = useFormatter();
  const { codeId, codeLabel, codeStatus, open, since } = row;
  const isUnknown = codeStatus === "unknown" && codeId !== null;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
      <div className="min-w-0 flex-1 basis-52">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="min-w-0 truncate font-medium">
            <AboutWhat {...row} />
          </span>
          {row.isAwaitingApproval ? (
            <StatusChip tone="accent" icon={UserRoundCheck}>
              {t("awaitsApproval")}
            </StatusChip>
          ) : codeStatus ? (
            <CodeStatusChip status={codeStatus} />
          ) : null}
        </p>
        <p className="text-xs text-muted">
          {t("held", { count: format.number(open) })} · {t("since")} <TimeStamp at={since} />
          {[row.campaignName, row.chargedToName].filter(Boolean).map((name) => ` · ${name}`)}
        </p>
        {isUnknown ? (
          <p className="mt-1 text-xs text-warning-soft-foreground">{t("unknownWhy")}</p>
        ) : null}
      </div>
      {isUnknown && settle ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <span className="text-sm">
            <TextLink href={`/codes/${codeId}`}>{t("askAgain")}</TextLink>
          </span>
          <SettleUnknown codeId={codeId} label={codeLabel ?? ""} settle={settle} />
        </div>
      ) : null}
    </li>
  );
}
