"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { LastMessage, WebhookHealth } from "@/components/webhooks/list/webhook-parts";
import type { ListedWebhook } from "@/components/webhooks/list/webhook-table";
import { useEventWords } from "@/components/webhooks/words/use-event-words";

/** Endpoints on a phone: a row becomes a card. */
export function WebhookCards({ rows }: { rows: readonly ListedWebhook[] }) {
  const t = useTranslations("webhooks");
  const events = useEventWords();
  return (
    <ul aria-label={t("list")} className="divide-y divide-separator">
      {rows.map(({ webhook, last }) => (
        <li key={webhook.id}>
          <Link
            href={`/developers/webhooks/${webhook.id}`}
            className="flex flex-col gap-1.5 px-4 py-3"
          >
            <span className="font-medium break-words">{webhook.name}</span>
            <span className="font-mono text-xs break-all text-muted">{webhook.url}</span>
            <span className="text-xs text-muted">
              {events.line(webhook.eventTypes)} ·{" "}
              {webhook.miniProgram?.name ?? t("allMiniPrograms")}
            </span>
            <WebhookHealth webhook={webhook} />
            <span className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
              {t("columns.last")} <LastMessage last={last} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
