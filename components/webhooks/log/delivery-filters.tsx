"use client";

import { useTranslations } from "next-intl";
import { ChoiceSelect } from "@/components/ui/choice-select";
import type { DeliveryParams } from "@/components/webhooks/log/delivery-params";
import { useEventWords } from "@/components/webhooks/words/use-event-words";
import { WEBHOOK_EVENT_TYPES } from "@/lib/webhooks/events-schema";
import { DELIVERY_STATUSES } from "@/lib/webhooks/schema";

const ANY = "any";

interface DeliveryFiltersProps {
  params: DeliveryParams;
  onAsk: (changes: Partial<DeliveryParams>) => void;
}

/** Narrows the log by state and by event; either begins at the newest again. */
export function DeliveryFilters({ params, onAsk }: DeliveryFiltersProps) {
  const t = useTranslations("webhooks");
  const events = useEventWords();
  return (
    <span className="flex flex-wrap gap-2">
      <ChoiceSelect
        isLabelHidden
        label={t("log.filterState")}
        className="w-36"
        value={params.status ?? ANY}
        onChange={(id) =>
          onAsk({ status: DELIVERY_STATUSES.find((known) => known === id) ?? null, cursor: null })
        }
        options={[
          { id: ANY, label: t("log.anyState") },
          ...DELIVERY_STATUSES.map((id) => ({ id, label: t(`deliveryStates.${id}`) })),
        ]}
      />
      <ChoiceSelect
        isLabelHidden
        label={t("log.filterEvent")}
        className="w-44"
        value={params.event ?? ANY}
        onChange={(id) =>
          onAsk({ event: WEBHOOK_EVENT_TYPES.find((known) => known === id) ?? null, cursor: null })
        }
        options={[
          { id: ANY, label: t("log.anyEvent") },
          ...WEBHOOK_EVENT_TYPES.map((id) => ({ id, label: events.title(id) })),
        ]}
      />
    </span>
  );
}
