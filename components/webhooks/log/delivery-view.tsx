"use client";

import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/code-block";
import { Copyable } from "@/components/ui/copyable";
import { ListSkeleton } from "@/components/ui/list-skeleton";
import { ReadAgain } from "@/components/ui/read-again";
import { AttemptList } from "@/components/webhooks/log/attempt-list";
import { HeaderMeanings } from "@/components/webhooks/log/header-meanings";
import { ResendButton } from "@/components/webhooks/log/resend-button";
import { useDelivery } from "@/components/webhooks/log/use-delivery";
import type { ResendDelivery } from "@/components/webhooks/webhook-verbs";
import type { DeliveryRow } from "@/lib/webhooks/schema";

interface DeliveryViewProps {
  row: DeliveryRow;
  resend: ResendDelivery;
}

/** Everything about one message: what it says, how it is signed, each attempt and its answer. */
export function DeliveryView({ row, resend }: DeliveryViewProps) {
  const t = useTranslations("webhooks");
  const { data, isError, refetch } = useDelivery(row);
  if (!data) {
    return isError ? (
      <ReadAgain
        text={t("delivery.failed")}
        label={t("log.again")}
        onPress={() => void refetch()}
      />
    ) : (
      <ListSkeleton rows={2} />
    );
  }
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="flex min-w-0 flex-col gap-1">
          <Copyable text={row.id} label={t("delivery.id")} />
          <p className="text-xs text-muted">{t("delivery.idHelp")}</p>
        </div>
        <ResendButton row={row} resend={resend} />
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-1">
          <p className="font-medium">{t("delivery.payload")}</p>
          <CodeBlock text={JSON.stringify(data.payload, null, 2)} label={t("delivery.payload")} />
        </div>
        <AttemptList attempts={data.attempts} />
      </div>
      <HeaderMeanings />
    </div>
  );
}
