import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";
import type { WebhookRow } from "@/lib/webhooks/schema";
import { WEBHOOK_ROW, webhookRow } from "@/lib/webhooks/webhook-row";

/** Every endpoint, the newest first. */
export async function listWebhooks(ctx: Context): Promise<WebhookRow[]> {
  authorize(ctx, "webhooks:write");
  const found = await reader(ctx).webhookEndpoint.findMany({
    select: WEBHOOK_ROW,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return found.map((webhook) => webhookRow(webhook, ctx.now()));
}
