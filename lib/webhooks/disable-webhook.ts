import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import { endEndpoint } from "@/lib/webhooks/end-endpoint";
import { lockWebhook } from "@/lib/webhooks/lock-webhook";
import { WebhookId } from "@/lib/webhooks/schema";

/** Sends an endpoint nothing more; what waits for it ends as failed. A disabled one stays as it is. */
export async function disableWebhook(ctx: Context, input: WebhookId): Promise<void> {
  authorize(ctx, "webhooks:write");
  const { webhookId } = WebhookId.parse(input);
  await withTransaction(ctx, async (tctx) => {
    const webhook = await lockWebhook(tctx, webhookId);
    if (webhook.disabledAt === null) await endEndpoint(tctx, webhook, "person");
  });
}
