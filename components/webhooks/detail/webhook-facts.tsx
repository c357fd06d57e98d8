"use client";

import { useTranslations } from "next-intl";
import { LogLink } from "@/components/audit/log-link";
import { Copyable } from "@/components/ui/copyable";
import { FactList } from "@/components/ui/fact-list";
import { SectionCard } from "@/components/ui/section-card";
import { TimeStamp } from "@/components/ui/time-stamp";
import { RotateSecret } from "@/components/webhooks/detail/rotate-secret";
import type { WebhookVerbs } from "@/components/webhooks/webhook-verbs";
import { useEventWords } from "@/components/webhooks/words/use-event-words";
import { WebhookStateChip } from "@/components/webhooks/words/webhook-state-chip";
import { WebhookTrouble } from "@/components/webhooks/words/webhook-trouble";
import type { WebhookRow } from "@/lib/webhooks/schema";

interface WebhookFactsProps {
  webhook: WebhookRow;
  rotateSecret: WebhookVerbs["rotateSecret"];
}

/** Where messages go, which, how it fares, and how they are signed. */
export function WebhookFacts({ webhook, rotateSecret }: WebhookFactsProps) {
  const t = useTranslations("webhooks");
  const events = useEventWords();
  const { url, eventTypes, miniProgram, previousSecretUntil, createdBy, createdAt } = webhook;
  return (
    <SectionCard title={t("detail.facts")} actions={<LogLink kind="webhook" id={webhook.id} />}>
      <FactList
        facts={[
          { term: t("detail.address"), value: <Copyable text={url} label={t("detail.address")} /> },
          { term: t("detail.events"), value: events.line(eventTypes) },
          { term: t("detail.miniProgram"), value: miniProgram?.name ?? t("allMiniPrograms") },
          {
            term: t("detail.state"),
            value: (
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <WebhookStateChip webhook={webhook} />
                <WebhookTrouble webhook={webhook} />
              </span>
            ),
          },
          {
            term: t("detail.secret"),
            value: (
              <span className="flex flex-wrap items-center justify-between gap-2">
                <span className="flex flex-col">
                  {t("detail.secretText")}
                  {previousSecretUntil ? (
                    <span className="text-xs text-muted">
                      {t("detail.secretBoth")} <TimeStamp at={previousSecretUntil} as="exact" />
                    </span>
                  ) : null}
                </span>
                <RotateSecret webhook={webhook} rotate={rotateSecret} />
              </span>
            ),
          },
          {
            term: t("detail.created"),
            value: (
              <>
                {createdBy} · <TimeStamp at={createdAt} as="exact" />
              </>
            ),
          },
        ]}
      />
    </SectionCard>
  );
}
