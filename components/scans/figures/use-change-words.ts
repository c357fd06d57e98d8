"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ScanShare } from "@/lib/scans/schema";

/** How a count stands against the one before; of none there is no per cent. */
export function useChangeWords() {
  const t = useTranslations("scans.change");
  const format = useFormatter();
  return ({ scans, before }: ScanShare): string => {
    if (before === 0) return t(scans === 0 ? "neither" : "noneBefore");
    if (scans === before) return t("same");
    return format.number((scans - before) / before, {
      style: "percent",
      maximumFractionDigits: 1,
      signDisplay: "always",
    });
  };
}
