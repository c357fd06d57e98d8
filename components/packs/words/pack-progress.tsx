"use client";

import { useFormatter, useTranslations } from "next-intl";
import { percentOf } from "@/components/packs/words/percent-of";
import { ProgressLine } from "@/components/ui/progress-line";

interface PackProgressProps {
  /** Whose progress, for screen readers. */
  label: string;
  doneCount: number;
  codeCount: number;
  size?: "sm" | "md";
}

/** How far a pack is that is being prepared. */
export function PackProgress({ label, doneCount, codeCount, size }: PackProgressProps) {
  const t = useTranslations("packs");
  const format = useFormatter();
  const numbers = t("progress", {
    done: format.number(doneCount),
    total: format.number(codeCount),
  });
  const percent = percentOf(doneCount, codeCount);
  return <ProgressLine {...{ label, done: doneCount, total: codeCount, percent, numbers, size }} />;
}
