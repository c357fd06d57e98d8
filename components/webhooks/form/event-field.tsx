"use client";

import { useTranslations } from "next-intl";
import type { Control } from "react-hook-form";
import { TicksField } from "@/components/ui/ticks-field";
import { useEventWords } from "@/components/webhooks/words/use-event-words";
import { WEBHOOK_EVENT_TYPES } from "@/lib/webhooks/events-schema";
import type { CreateWebhookInput } from "@/lib/webhooks/schema";

interface EventFieldProps {
  control: Control<CreateWebhookInput, unknown, CreateWebhookInput>;
}

/** What an endpoint is told, each event with one line on when it is sent. */
export function EventField({ control }: EventFieldProps) {
  const t = useTranslations("webhooks.form");
  const events = useEventWords();
  const choices = WEBHOOK_EVENT_TYPES.map((type) => ({
    id: type,
    title: (
      <span className="flex flex-wrap items-baseline gap-x-2">
        {events.title(type)}
        <code className="font-mono text-xs text-muted">{type}</code>
      </span>
    ),
    text: events.text(type),
  }));
  return <TicksField control={control} name="eventTypes" label={t("events")} choices={choices} />;
}
