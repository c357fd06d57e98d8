"use client";

import { ProgressBar } from "@heroui/react";
import { useFormatter, useTranslations } from "next-intl";
import { progressOf } from "@/components/batches/words/progress-of";
import type { BatchCounts } from "@/lib/batches/progress-schema";
import type { BatchStatus } from "@/lib/batches/schema";

interface BatchProgressBarProps {
  /** Whose progress, for screen readers. */
  label: string;
  status: BatchStatus;
  counts: BatchCounts;
  size?: "sm" | "md";
}

/** How far a batch is: the bar, and the numbers at its end. */
export function BatchProgressBar({ label, status, counts, size = "sm" }: BatchProgressBarProps) {
  const t = useTranslations("batches.progress");
  const format = useFormatter();
  const { total, ended, percent, failed } = progressOf(counts);
  const numbers = t("numbers", { ended: format.number(ended), total: format.number(total) });
  const color = status === "paused" ? "warning" : status === "cancelled" ? "default" : "accent";
  return (
    <div className="flex min-w-0 items-center gap-2">
      <ProgressBar
        aria-label={label}
        value={ended}
        maxValue={Math.max(total, 1)}
        valueLabel={`${percent} %, ${numbers}`}
        color={color}
        size={size}
        className="min-w-16 flex-1"
      >
        <ProgressBar.Track>
          <ProgressBar.Fill />
        </ProgressBar.Track>
      </ProgressBar>
      <span className="shrink-0 text-xs whitespace-nowrap text-muted">
        {numbers}
        {failed > 0 ? (
          <span className="text-danger-soft-foreground">
            {" "}
            · {t("failed", { count: format.number(failed) })}
          </span>
        ) : null}
      </span>
    </div>
  );
}
