"use client";

import { Button } from "@heroui/react";
import { SearchX, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";

interface NoDeliveriesProps {
  /** By a filter, or by a page too deep. */
  isNarrowed: boolean;
  onShowAll: () => void;
}

/** An empty log: nothing sent yet, or nothing that fits. */
export function NoDeliveries({ isNarrowed, onShowAll }: NoDeliveriesProps) {
  const t = useTranslations("webhooks.log");
  if (!isNarrowed) {
    return (
      <EmptyState icon={Send} title={t("none")}>
        {t("noneText")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={SearchX}
      title={t("noMatch")}
      action={
        <Button variant="outline" onPress={onShowAll}>
          {t("showAll")}
        </Button>
      }
    >
      {t("noMatchText")}
    </EmptyState>
  );
}
