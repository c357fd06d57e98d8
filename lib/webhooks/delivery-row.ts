import type { WebhookDelivery } from "@/lib/db/generated/client";
import { WEBHOOK_EVENT_TYPES } from "@/lib/webhooks/events-schema";
import type { DeliveryRow, WebhookPayload } from "@/lib/webhooks/schema";

/** A message as the desk lists it. */
export function deliveryRow(delivery: WebhookDelivery): DeliveryRow {
  const { id, status, attemptCount, nextAttemptAt, createdAt, endedAt } = delivery;
  const eventType = WEBHOOK_EVENT_TYPES.find((type) => type === delivery.eventType);
  if (!eventType) throw new Error(`A message tells of an unknown event: ${delivery.eventType}.`);
  const isTest = payloadOf(delivery).test ?? false;
  const webhookId = delivery.endpointId;
  return {
    id,
    webhookId,
    eventType,
    status,
    attemptCount,
    nextAttemptAt,
    createdAt,
    endedAt,
    isTest,
  };
}

/** What is sent; only `announce` and `sendTestWebhook` write it. */
export function payloadOf({ payload }: Pick<WebhookDelivery, "payload">): WebhookPayload {
  return payload as unknown as WebhookPayload;
}
