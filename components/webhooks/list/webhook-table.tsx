"use client";

import { Table } from "@heroui/react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { RowTable } from "@/components/ui/row-table";
import { LastMessage, WebhookHealth } from "@/components/webhooks/list/webhook-parts";
import { useEventWords } from "@/components/webhooks/words/use-event-words";
import type { LastDelivery } from "@/lib/webhooks/list-last-deliveries";
import type { WebhookRow } from "@/lib/webhooks/schema";

export interface ListedWebhook {
  webhook: WebhookRow;
  /** Null: nothing was sent yet. */
  last: LastDelivery | null;
}

/** Endpoints as rows: where, what they are told, how they fare. */
export function WebhookTable({ rows }: { rows: readonly ListedWebhook[] }) {
  const t = useTranslations("webhooks");
  const events = useEventWords();
  return (
    <RowTable
      label={t("list")}
      columns={
        <>
          <Table.Column isRowHeader className="w-2/5">
            {t("columns.name")}
          </Table.Column>
          <Table.Column>{t("columns.events")}</Table.Column>
          <Table.Column>{t("columns.miniProgram")}</Table.Column>
          <Table.Column>{t("columns.state")}</Table.Column>
          <Table.Column>{t("columns.last")}</Table.Column>
        </>
      }
    >
      {rows.map(({ webhook, last }) => (
        <Table.Row key={webhook.id} id={webhook.id} textValue={webhook.name}>
          <Table.Cell>
            <span className="block max-w-md min-w-56">
              <Link
                href={`/developers/webhooks/${webhook.id}`}
                className="block truncate font-medium hover:underline"
              >
                {webhook.name}
              </Link>
              <span title={webhook.url} className="block truncate font-mono text-xs text-muted">
                {webhook.url}
              </span>
            </span>
          </Table.Cell>
          <Table.Cell>
            <span className="line-clamp-2 max-w-56 min-w-32">
              {events.line(webhook.eventTypes)}
            </span>
          </Table.Cell>
          <Table.Cell>{webhook.miniProgram?.name ?? t("allMiniPrograms")}</Table.Cell>
          <Table.Cell>
            <WebhookHealth webhook={webhook} />
          </Table.Cell>
          <Table.Cell className="text-muted">
            <LastMessage last={last} />
          </Table.Cell>
        </Table.Row>
      ))}
    </RowTable>
  );
}
