"use client";

import { useTranslations } from "next-intl";
import { TimeStamp } from "@/components/ui/time-stamp";
import { DeliveryStatusChip } from "@/components/webhooks/words/delivery-status-chip";
import { WebhookStateChip } from "@/components/webhooks/words/webhook-state-chip";
import { WebhookTrouble } from "@/components/webhooks/words/webhook-trouble";
import type { LastDelivery } from "@/lib/webhooks/list-last-deliveries";
import type { WebhookRow } from "@/lib/webhooks/schema";

/** Its state, and below it why nothing arrives. */
export function WebhookHealth({ webhook }: { webhook: WebhookRow }) {
  return (
    <span className="flex max-w-64 flex-col items-start gap-1">
      <WebhookStateChip webhook={webhook} />
      <WebhookTrouble webhook={webhook} />
    </span>
  );
}

/** When something was last sent and what became of it. */
export function LastMessage({ last }: { last: LastDelivery | null }) {
  const t = useTranslations("webhooks");
  if (last === null) return <>{t("neverSent")}</>;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <DeliveryStatusChip status={last.status} />
      <TimeStamp at={last.createdAt} />
    </span>
  );
}
