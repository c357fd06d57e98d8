import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import { lockWebhook } from "@/lib/webhooks/lock-webhook";
import { WebhookId } from "@/lib/webhooks/schema";

/**
 * Tells an endpoint again what happens from now on; what it missed is sent only by hand. One that works stays as it
 * is.
 */
export async function enableWebhook(ctx: Context, input: WebhookId): Promise<void> {
  authorize(ctx, "webhooks:write");
  const { webhookId } = WebhookId.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const webhook = await lockWebhook(tctx, webhookId);
    if (webhook.disabledAt === null) return;
    await tctx.tx.webhookEndpoint.update({
      where: { id: webhookId },
      data: { disabledAt: null, disabledWhy: null, failingSince: null },
    });
    await appendEntry(tctx, {
      action: "webhook.enabled",
      target: { kind: "webhook", id: webhookId, label: webhook.name },
      details: {},
    });
  });
}
