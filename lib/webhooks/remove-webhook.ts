import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import { lockWebhook } from "@/lib/webhooks/lock-webhook";
import { WebhookId } from "@/lib/webhooks/schema";
import { urlInLog } from "@/lib/webhooks/url-in-log";

/** Removes an endpoint with everything that was sent to it and waits for it. */
export async function removeWebhook(ctx: Context, input: WebhookId): Promise<void> {
  authorize(ctx, "webhooks:write");
  const { webhookId } = WebhookId.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const { name, url } = await lockWebhook(tctx, webhookId);
    await tctx.tx.webhookEndpoint.delete({ where: { id: webhookId } });
    await appendEntry(tctx, {
      action: "webhook.removed",
      target: { kind: "webhook", id: webhookId, label: name },
      details: { url: urlInLog(url) },
    });
  });
}
