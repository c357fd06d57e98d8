"use client";

import { Button } from "@heroui/react";
import { QrCode, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

interface NoCodesProps {
  isNarrowed: boolean;
  mayMint: boolean;
  onClear: () => void;
}

/** An empty list: nothing fits, or nothing is there yet. */
export function NoCodes({ isNarrowed: isFiltered, mayMint, onClear }: NoCodesProps) {
  const t = useTranslations("codes.list");
  if (isFiltered) {
    return (
      <EmptyState
        icon={SearchX}
        title={t("noMatch")}
        action={
          <Button variant="outline" onPress={onClear}>
            {t("clearFilters")}
          </Button>
        }
      >
        {t("noMatchText")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={QrCode}
      title={t("none")}
      action={mayMint ? <ButtonLink href="/codes/new">{t("newCode")}</ButtonLink> : null}
    >
      {t(mayMint ? "noneText" : "noneRead")}
    </EmptyState>
  );
}
