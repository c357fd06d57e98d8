"use client";

import { Webhook } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { ListBody } from "@/components/ui/list-body";
import { SectionCard } from "@/components/ui/section-card";
import { WebhookCards } from "@/components/webhooks/list/webhook-cards";
import { WebhookTable } from "@/components/webhooks/list/webhook-table";
import type { ListedWebhook } from "@/components/webhooks/list/webhook-table";
import { WEBHOOKS_MAX } from "@/lib/webhooks/schema";

interface WebhookListProps {
  rows: readonly ListedWebhook[];
  /** Makes the first one. */
  newButton: ReactNode;
}

/** Every endpoint, the newest first; there are never so many that they need pages. */
export function WebhookList({ rows, newButton }: WebhookListProps) {
  const t = useTranslations("webhooks");
  return (
    <SectionCard isFlush>
      <ListBody
        isReading={false}
        table={<WebhookTable rows={rows} />}
        cards={<WebhookCards rows={rows} />}
        empty={
          rows.length > 0 ? null : (
            <EmptyState icon={Webhook} title={t("none")} action={newButton}>
              {t("noneText")}
            </EmptyState>
          )
        }
      />
      {rows.length < WEBHOOKS_MAX ? null : (
        <p className="border-t border-separator px-5 py-3 text-sm text-muted">
          {t("full", { count: WEBHOOKS_MAX })}
        </p>
      )}
    </SectionCard>
  );
}
