"use client";

import { useTranslations } from "next-intl";
import { SectionCard } from "@/components/ui/section-card";

/** In the place of figures for codes that ask nobody. */
export function NotCounted() {
  const t = useTranslations("scans.notCounted");
  return (
    <SectionCard title={t("title")}>
      <p className="text-muted">{t("text")}</p>
    </SectionCard>
  );
}
