import { appendEntry } from "@/lib/audit/append-entry";
import type { WebhookEndpoint } from "@/lib/db/generated/client";
import type { TransactionContext } from "@/lib/db/transaction";
import type { DisabledWhy } from "@/lib/webhooks/schema";

/** Disables an endpoint that is locked and works: what waits for it ends as failed. */
export async function endEndpoint(
  ctx: TransactionContext,
  { id, name }: Pick<WebhookEndpoint, "id" | "name">,
  why: DisabledWhy,
): Promise<void> {
  const now = ctx.now();
  await ctx.tx.webhookEndpoint.update({
    where: { id },
    data: { disabledAt: now, disabledWhy: why },
  });
  await ctx.tx.webhookDelivery.updateMany({
    where: { endpointId: id, status: "waiting" },
    data: { status: "failed", endedAt: now, nextAttemptAt: null },
  });
  await appendEntry(ctx, {
    action: "webhook.disabled",
    target: { kind: "webhook", id, label: name },
    details: { why },
  });
}
