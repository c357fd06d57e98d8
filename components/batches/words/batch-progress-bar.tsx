"use client";

import { useFormatter, useTranslations } from "next-intl";
import { progressOf } from "@/components/batches/words/progress-of";
import { ProgressLine } from "@/components/ui/progress-line";
import type { BatchCounts } from "@/lib/batches/progress-schema";
import type { BatchStatus } from "@/lib/batches/schema";

interface BatchProgressBarProps {
  /** Whose progress, for screen readers. */
  label: string;
  status: BatchStatus;
  counts: BatchCounts;
  size?: "sm" | "md";
}

/** How far a batch is, and how many of its rows failed. */
export function BatchProgressBar({ label, status, counts, size }: BatchProgressBarProps) {
  const t = useTranslations("batches.progress");
  const format = useFormatter();
  const { total, ended, percent, failed } = progressOf(counts);
  const numbers = t("numbers", { ended: format.number(ended), total: format.number(total) });
  const color = status === "paused" ? "warning" : status === "cancelled" ? "default" : "accent";
  return (
    <ProgressLine {...{ label, done: ended, total, percent, numbers, color, size }}>
      {failed > 0 ? (
        <span className="text-danger-soft-foreground">
          {" "}
          · {t("failed", { count: format.number(failed) })}
        </span>
      ) : null}
    </ProgressLine>
  );
}
