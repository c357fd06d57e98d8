"use client";

import { useFormatter, useNow, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BatchProgressBar } from "@/components/batches/words/batch-progress-bar";
import { BatchStatusChip } from "@/components/batches/words/batch-status-chip";
import { progressOf } from "@/components/batches/words/progress-of";
import { SectionCard } from "@/components/ui/section-card";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { BatchDetail } from "@/lib/batches/progress-schema";

interface ProgressPanelProps {
  batch: BatchDetail;
  /** What can be done now. */
  children: ReactNode;
}

/** How far it is, how fast, how long still, and what became of the rows. */
export function ProgressPanel({ batch, children }: ProgressPanelProps) {
  const t = useTranslations("batches.detail");
  const format = useFormatter();
  const { counts, status, limitedCount, finishedAt } = batch;
  const { percent, failed, waiting, skipped } = progressOf(counts);
  const figures = [
    { name: "minted", count: counts.minted, note: null },
    {
      name: "waiting",
      count: waiting,
      note: counts.held > 0 ? t("held", { count: format.number(counts.held) }) : null,
    },
    {
      name: "failed",
      count: failed,
      note: counts.unknown > 0 ? t("unknown", { count: format.number(counts.unknown) }) : null,
    },
    {
      name: "skipped",
      count: skipped,
      note:
        skipped > 0
          ? t("skippedNote", {
              repeats: format.number(counts.repeats),
              bad: format.number(counts.bad),
            })
          : null,
    },
  ];
  return (
    <SectionCard>
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
          <div className="flex items-center gap-3">
            <span className="text-2xl leading-8 font-semibold tracking-tight">{percent} %</span>
            <span role="status">
              <BatchStatusChip status={status} />
            </span>
          </div>
          {children}
        </div>
        <BatchProgressBar label={t("progress")} status={status} counts={counts} size="md" />
        {status === "running" ? <Pace batch={batch} /> : null}
        {finishedAt ? (
          <p className="text-sm text-muted">
            {t(status === "cancelled" ? "cancelledAt" : "finishedAt")}{" "}
            <TimeStamp at={finishedAt} as="exact" />
          </p>
        ) : null}
        <dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-4">
          {figures.map(({ name, count, note }) => (
            <div key={name}>
              <dt className="text-xs text-muted">{t(`figures.${name}`)}</dt>
              <dd className="text-lg font-semibold">{format.number(count)}</dd>
              {note ? <dd className="text-xs text-muted">{note}</dd> : null}
            </div>
          ))}
        </dl>
        {limitedCount > 0 ? (
          <p className="text-sm text-muted">{t("limited", { count: limitedCount })}</p>
        ) : null}
      </div>
    </SectionCard>
  );
}

const A_SECOND_MS = 1_000;
const A_MINUTE_MS = 60_000;

/** Speed against the mini program's pace, and the time left. */
function Pace({ batch: { perMinute, mostPerMinute, estimatedEnd } }: { batch: BatchDetail }) {
  const t = useTranslations("batches.detail");
  const format = useFormatter();
  const now = useNow({ updateInterval: A_SECOND_MS });
  const leftMs = estimatedEnd ? Math.max(estimatedEnd.getTime() - now.getTime(), 0) : null;
  return (
    // Server and browser render a moment apart.
    <p className="text-sm text-muted" suppressHydrationWarning>
      {t("pace", {
        count: format.number(perMinute),
        most: format.number(mostPerMinute),
      })}{" "}
      {leftMs === null
        ? null
        : leftMs < A_MINUTE_MS
          ? t("secondsLeft", { seconds: Math.max(Math.ceil(leftMs / A_SECOND_MS), 1) })
          : t("minutesLeft", { minutes: Math.ceil(leftMs / A_MINUTE_MS) })}
    </p>
  );
}
