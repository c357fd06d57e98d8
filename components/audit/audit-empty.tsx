"use client";

import { Button } from "@heroui/react";
import { BookOpenCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";

interface AuditEmptyProps {
  isNarrowed: boolean;
  onClear: () => void;
}

export function AuditEmpty({ isNarrowed, onClear }: AuditEmptyProps) {
  const t = useTranslations("audit");
  if (!isNarrowed) {
    return (
      <EmptyState icon={BookOpenCheck} title={t("noneYet")}>
        {t("noneYetText")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={BookOpenCheck}
      title={t("none")}
      action={
        <Button variant="outline" onPress={onClear}>
          {t("filters.clear")}
        </Button>
      }
    >
      {t("noneText")}
    </EmptyState>
  );
}
