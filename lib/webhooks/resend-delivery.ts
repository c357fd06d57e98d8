import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { ConflictError, NotFoundError } from "@/lib/core/errors";
import { withTransaction } from "@/lib/db/transaction";
import { lockWebhook } from "@/lib/webhooks/lock-webhook";
import { queueDeliveries } from "@/lib/webhooks/queue-deliveries";
import { DeliveryId } from "@/lib/webhooks/schema";

/**
 * Sends a message again, under its own id and with all its attempts anew, whatever became of it before. Throws
 * NotFoundError, ConflictError when its endpoint is disabled.
 */
export async function resendDelivery(ctx: Context, input: DeliveryId): Promise<void> {
  authorize(ctx, "webhooks:write");
  const { deliveryId } = DeliveryId.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const { tx } = tctx;
    const found = await tx.webhookDelivery.findUnique({ where: { id: deliveryId } });
    if (!found) throw new NotFoundError("webhookDelivery");
    const webhook = await lockWebhook(tctx, found.endpointId);
    if (webhook.disabledAt) throw new ConflictError("webhookDisabled");
    await tx.webhookDelivery.update({
      where: { id: deliveryId },
      data: { status: "waiting", attemptCount: 0, nextAttemptAt: null, endedAt: null },
    });
    await queueDeliveries(tctx, [found]);
    await appendEntry(tctx, {
      action: "webhook.resent",
      target: { kind: "webhook", id: webhook.id, label: webhook.name },
      details: { eventType: found.eventType },
    });
  });
}
