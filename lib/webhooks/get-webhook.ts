import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { reader } from "@/lib/db/transaction";
import { WebhookId } from "@/lib/webhooks/schema";
import type { WebhookRow } from "@/lib/webhooks/schema";
import { WEBHOOK_ROW, webhookRow } from "@/lib/webhooks/webhook-row";

/** One endpoint. Throws NotFoundError. */
export async function getWebhook(ctx: Context, input: WebhookId): Promise<WebhookRow> {
  authorize(ctx, "webhooks:write");
  const { webhookId } = WebhookId.parse(input);
  const found = await reader(ctx).webhookEndpoint.findUnique({
    where: { id: webhookId },
    select: WEBHOOK_ROW,
  });
  if (!found) throw new NotFoundError("webhook");
  return webhookRow(found, ctx.now());
}
