import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import type { Database } from "@/lib/db/client";
import { databaseNow } from "@/lib/db/database-now";
import type { WebhookDelivery, WebhookEndpoint } from "@/lib/db/generated/client";
import { withTransaction } from "@/lib/db/transaction";
import { payloadOf } from "@/lib/webhooks/delivery-row";
import { postMessage } from "@/lib/webhooks/post-message";
import { DeliveryId } from "@/lib/webhooks/schema";
import { settleDelivery } from "@/lib/webhooks/settle-delivery";
import { signMessage } from "@/lib/webhooks/sign-message";
import { openSigningSecrets } from "@/lib/webhooks/signing-secret";

/** Two clocks of one database: a job may come this much before what the row says. */
const EARLY_MS = 1_000;

/**
 * Makes one attempt to deliver a message and has the next one queued if it failed. A job that comes when nothing is
 * due does nothing; one that is repeated because its worker died sends the message a second time.
 */
export async function deliverWebhook(ctx: Context, input: DeliveryId): Promise<void> {
  authorize(ctx, "webhooks:write");
  const { deliveryId } = DeliveryId.parse(input);
  const { db } = ctx.runtime;
  const found = await db.webhookDelivery.findUnique({
    where: { id: deliveryId },
    include: { endpoint: true },
  });
  if (!found || !(await isDue(db, found))) return;
  const { endpoint, ...delivery } = found;
  if (endpoint.disabledAt) return endUnsent(ctx, delivery);
  const startedAt = ctx.now();
  const started = performance.now();
  const outcome = await postMessage(ctx.runtime, messageOf(ctx, delivery, endpoint));
  const durationMs = Math.round(performance.now() - started);
  await settleDelivery(ctx, delivery, { ...outcome, startedAt, durationMs });
}

async function isDue(db: Database, { status, nextAttemptAt }: WebhookDelivery): Promise<boolean> {
  if (status !== "waiting") return false;
  if (nextAttemptAt === null) return true;
  return nextAttemptAt.getTime() - EARLY_MS <= (await databaseNow(db)).getTime();
}

function messageOf(ctx: Context, delivery: WebhookDelivery, endpoint: WebhookEndpoint) {
  const body = JSON.stringify(payloadOf(delivery));
  const now = ctx.now();
  const secrets = openSigningSecrets(ctx.runtime.env.MINTDESK_SECRET, endpoint, now);
  return { url: endpoint.url, body, headers: signMessage({ id: delivery.id, body }, secrets, now) };
}

/** It was written while its endpoint was being disabled. */
async function endUnsent(ctx: Context, { id }: WebhookDelivery): Promise<void> {
  await withTransaction(ctx, ({ tx }) =>
    tx.webhookDelivery.updateMany({
      where: { id, status: "waiting" },
      data: { status: "failed", endedAt: ctx.now(), nextAttemptAt: null },
    }),
  );
}
