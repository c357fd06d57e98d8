"use client";

import { Disclosure } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { StatusChip } from "@/components/ui/status-chip";
import { TimeStamp } from "@/components/ui/time-stamp";
import { DeliveryView } from "@/components/webhooks/log/delivery-view";
import type { ResendDelivery } from "@/components/webhooks/webhook-verbs";
import { DeliveryStatusChip } from "@/components/webhooks/words/delivery-status-chip";
import { useEventWords } from "@/components/webhooks/words/use-event-words";
import type { DeliveryRow } from "@/lib/webhooks/schema";

interface DeliveryItemProps {
  row: DeliveryRow;
  resend: ResendDelivery;
}

/** One message: of what, what became of it and when; opened, what was sent and answered. */
export function DeliveryItem({ row, resend }: DeliveryItemProps) {
  const t = useTranslations("webhooks");
  const events = useEventWords();
  const [isOpen, setOpen] = useState(false);
  const { eventType, status, attemptCount, nextAttemptAt, createdAt, isTest } = row;
  return (
    <li>
      <Disclosure isExpanded={isOpen} onExpandedChange={setOpen}>
        <Disclosure.Heading level={3}>
          <Disclosure.Trigger className="flex w-full items-center gap-3 rounded-none px-5 py-2.5 text-start font-normal hover:bg-surface-secondary">
            <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-medium">{events.title(eventType)}</span>
              {isTest ? <StatusChip tone="accent">{t("isTest")}</StatusChip> : null}
              <DeliveryStatusChip status={status} />
              <span className="text-xs text-muted">
                {t("log.attempts", { count: attemptCount })}
                {status === "waiting" && nextAttemptAt ? (
                  <>
                    {" · "}
                    {t("log.next")} <TimeStamp at={nextAttemptAt} />
                  </>
                ) : null}
              </span>
            </span>
            <span className="shrink-0 text-xs text-muted">
              <TimeStamp at={createdAt} />
            </span>
            <Disclosure.Indicator className="text-muted" />
          </Disclosure.Trigger>
        </Disclosure.Heading>
        <Disclosure.Content>
          <Disclosure.Body className="px-5 pb-5">
            {isOpen ? <DeliveryView row={row} resend={resend} /> : null}
          </Disclosure.Body>
        </Disclosure.Content>
      </Disclosure>
    </li>
  );
}
