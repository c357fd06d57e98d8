"use client";

import { ProgressBar } from "@heroui/react";
import { useFormatter, useTranslations } from "next-intl";
import { percentOf } from "@/components/packs/words/percent-of";

interface PackProgressProps {
  /** Whose progress, for screen readers. */
  label: string;
  doneCount: number;
  codeCount: number;
  size?: "sm" | "md";
}

/** How far a pack is that is being prepared: the bar, and the numbers at its end. */
export function PackProgress({ label, doneCount, codeCount, size = "sm" }: PackProgressProps) {
  const t = useTranslations("packs");
  const format = useFormatter();
  const numbers = t("progress", {
    done: format.number(doneCount),
    total: format.number(codeCount),
  });
  return (
    <div className="flex min-w-0 items-center gap-2">
      <ProgressBar
        aria-label={label}
        value={doneCount}
        maxValue={Math.max(codeCount, 1)}
        valueLabel={`${percentOf(doneCount, codeCount)} %, ${numbers}`}
        size={size}
        className="min-w-16 flex-1"
      >
        <ProgressBar.Track>
          <ProgressBar.Fill />
        </ProgressBar.Track>
      </ProgressBar>
      <span className="shrink-0 text-xs whitespace-nowrap text-muted">{numbers}</span>
    </div>
  );
}
