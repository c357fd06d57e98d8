"use client";

import { UserCheck } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { AboutWhat } from "@/components/quota/about-what";
import { DecideApproval } from "@/components/quota/approvals/decide-approval";
import type { DecideApprovalAction } from "@/components/quota/approvals/decide-approval";
import { EmptyState } from "@/components/ui/empty-state";
import { PersonAvatar } from "@/components/ui/person-avatar";
import { SectionCard } from "@/components/ui/section-card";
import { StatusChip } from "@/components/ui/status-chip";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { ApprovalRow } from "@/lib/codes/approval-schema";

interface ApprovalListProps {
  rows: readonly ApprovalRow[];
  /** More limited codes at once wait here; null: none ever. */
  threshold: number | null;
  /** Who is looking: their own requests are for others. */
  personId: string;
  decide: DecideApprovalAction;
}

/** What waits for a second person, then what was decided last. */
export function ApprovalList({ rows, threshold, ...looking }: ApprovalListProps) {
  const t = useTranslations("quota.approvals");
  const format = useFormatter();
  const pending = rows.filter(({ status }) => status === "pending");
  const decided = rows.filter(({ status }) => status !== "pending");
  const rule =
    threshold === null
      ? t("never")
      : threshold === 0
        ? t("always")
        : t("above", { count: format.number(threshold) });
  return (
    <SectionCard isFlush title={t("title")} description={rule}>
      {/* Without a threshold nothing ever comes here, and the rule above says so. */}
      {pending.length === 0 && threshold === null ? null : pending.length === 0 ? (
        <EmptyState icon={UserCheck} title={t("none")}>
          {t("noneText")}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-separator border-t border-separator">
          {pending.map((row) => (
            <Pending key={row.id} row={row} {...looking} />
          ))}
        </ul>
      )}
      {decided.length > 0 ? (
        <details className="border-t border-separator">
          <summary className="cursor-pointer px-5 py-3 text-muted hover:text-foreground">
            {t("decided", { count: decided.length })}
          </summary>
          <ul className="divide-y divide-separator border-t border-separator">
            {decided.map((row) => (
              <Decided key={row.id} row={row} />
            ))}
          </ul>
        </details>
      ) : null}
    </SectionCard>
  );
}

interface PendingProps extends Pick<ApprovalListProps, "personId" | "decide"> {
  row: ApprovalRow;
}

function Pending({ row, personId, decide }: PendingProps) {
  const t = useTranslations("quota.approvals");
  const format = useFormatter();
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 px-5 py-3">
      <PersonAvatar name={row.requestedBy} />
      <div className="min-w-0 flex-1 basis-52">
        <p className="truncate font-medium">
          <AboutWhat codeId={row.codeId} codeLabel={row.label} batchId={row.batchId} />
        </p>
        <p className="text-xs text-muted">
          {t("asks", { name: row.requestedBy, count: format.number(row.limitedCount) })} ·{" "}
          <TimeStamp at={row.createdAt} />
        </p>
        <p className="mt-1 break-words">{row.reason}</p>
      </div>
      {row.mayDecide ? (
        <div className="flex gap-2">
          <DecideApproval row={row} verdict="declined" decide={decide} />
          <DecideApproval row={row} verdict="approved" decide={decide} />
        </div>
      ) : (
        <p className="text-xs text-muted">
          {t(row.requestedById === personId ? "own" : "notYours")}
        </p>
      )}
    </li>
  );
}

function Decided({ row }: { row: ApprovalRow }) {
  const t = useTranslations("quota.approvals");
  const format = useFormatter();
  const isApproved = row.status === "approved";
  return (
    <li className="flex flex-col gap-1 px-5 py-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className="min-w-0 truncate font-medium">
          <AboutWhat codeId={row.codeId} codeLabel={row.label} batchId={row.batchId} />
        </span>
        <StatusChip tone={isApproved ? "success" : "danger"}>
          {t(isApproved ? "isApproved" : "isDeclined")}
        </StatusChip>
      </p>
      <p className="text-xs text-muted">
        {t("asks", { name: row.requestedBy, count: format.number(row.limitedCount) })} ·{" "}
        {t("decidedBy", { name: row.decidedBy ?? "" })}
        {row.decidedAt ? (
          <>
            {" · "}
            <TimeStamp at={row.decidedAt} />
          </>
        ) : null}
      </p>
      {row.comment ? <p className="break-words">{row.comment}</p> : null}
    </li>
  );
}
