"use client";

import { useFormatter, useTranslations } from "next-intl";
import { eventKey } from "@/components/webhooks/words/event-key";
import { WEBHOOK_EVENT_TYPES } from "@/lib/webhooks/events-schema";
import type { WebhookEventType } from "@/lib/webhooks/events-schema";

/** Events in words: one, when it is sent, and many in a line. */
export function useEventWords() {
  const t = useTranslations("webhooks");
  const format = useFormatter();
  const title = (type: WebhookEventType) => t(`events.${eventKey(type)}.title`);
  return {
    title,
    text: (type: WebhookEventType) => t(`events.${eventKey(type)}.text`),
    line: (types: readonly WebhookEventType[]) =>
      types.length === WEBHOOK_EVENT_TYPES.length ? t("allEvents") : format.list(types.map(title)),
  };
}
