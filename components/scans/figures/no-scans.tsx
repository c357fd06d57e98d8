"use client";

import { ScanLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionCard } from "@/components/ui/section-card";

/** Nothing was scanned in these days nor in those before: says how scans come in. */
export function NoScans({ isNarrowed }: { isNarrowed: boolean }) {
  const t = useTranslations("scans.empty");
  return (
    <SectionCard isFlush>
      <EmptyState
        icon={ScanLine}
        title={t(isNarrowed ? "narrowed" : "title")}
        action={
          isNarrowed ? (
            <ButtonLink href="/scans" variant="outline">
              {t("showAll")}
            </ButtonLink>
          ) : (
            <ButtonLink href="/scenes/developers">{t("developers")}</ButtonLink>
          )
        }
      >
        {t(isNarrowed ? "narrowedText" : "text")}
      </EmptyState>
    </SectionCard>
  );
}
