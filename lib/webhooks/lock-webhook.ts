import { NotFoundError } from "@/lib/core/errors";
import type { WebhookEndpoint } from "@/lib/db/generated/client";
import type { TransactionContext } from "@/lib/db/transaction";

/** An endpoint that nobody else changes until the commit. Throws NotFoundError. */
export async function lockWebhook(
  { tx }: TransactionContext,
  webhookId: string,
): Promise<WebhookEndpoint> {
  await tx.$queryRaw`SELECT FROM webhook_endpoints WHERE id = ${webhookId}::uuid FOR NO KEY UPDATE`;
  const webhook = await tx.webhookEndpoint.findUnique({ where: { id: webhookId } });
  if (!webhook) throw new NotFoundError("webhook");
  return webhook;
}
