import { randomUUID } from "node:crypto";
import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { ConflictError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { WEBHOOK_EVENTS } from "@/lib/webhooks/events-schema";
import { lockWebhook } from "@/lib/webhooks/lock-webhook";
import { queueDeliveries } from "@/lib/webhooks/queue-deliveries";
import { WebhookId } from "@/lib/webhooks/schema";

/**
 * Sends an endpoint a made-up message, marked as a test, the way all others go. Throws ConflictError when the
 * endpoint is disabled.
 */
export async function sendTestWebhook(
  ctx: Context,
  input: WebhookId,
): Promise<{ deliveryId: string }> {
  authorize(ctx, "webhooks:write");
  const { webhookId } = WebhookId.parse(input);
  const deliveryId = randomUUID();
  await withTransaction(ctx, async (tctx) => {
    const { tx } = tctx;
    const webhook = await lockWebhook(tctx, webhookId);
    if (webhook.disabledAt) throw new ConflictError("webhookDisabled");
    const now = ctx.now();
    const type = "code.minted";
    const { example: data } = WEBHOOK_EVENTS[type];
    await tx.webhookDelivery.create({
      data: {
        id: deliveryId,
        endpointId: webhookId,
        eventType: type,
        payload: { type, timestamp: now.toISOString(), test: true, data },
        createdAt: now,
      },
    });
    await queueDeliveries(tctx, [{ id: deliveryId, endpointId: webhookId }]);
    await appendEntry(tctx, {
      action: "webhook.test_sent",
      target: { kind: "webhook", id: webhookId, label: webhook.name },
      details: {},
    });
  });
  return { deliveryId };
}
