"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { LabelOptions } from "@/lib/packs/label-schema";
import { labelsPerSheet, sheetsNeeded } from "@/lib/packs/label-sheet-schema";

interface SheetNeedsProps {
  value: LabelOptions;
  codeCount: number;
  hasFaults: boolean;
}

/** How many labels lie on a sheet, and how many sheets all codes need. */
export function SheetNeeds({ value, codeCount, hasFaults }: SheetNeedsProps) {
  const t = useTranslations("labelSheets");
  const format = useFormatter();
  if (hasFaults) return <p className="text-sm text-muted">{t("needsMending")}</p>;
  const isRoll = value.sheet.kind === "roll";
  return (
    <p aria-live="polite" className="text-sm">
      {t(isRoll ? "needsRoll" : "needs", {
        each: labelsPerSheet(value),
        codes: format.number(codeCount),
        sheets: format.number(sheetsNeeded(value, codeCount)),
      })}
    </p>
  );
}
