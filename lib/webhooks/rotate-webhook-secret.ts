import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import { lockWebhook } from "@/lib/webhooks/lock-webhook";
import { SECRET_OVERLAP_HOURS, WebhookId } from "@/lib/webhooks/schema";
import type { MadeWebhook } from "@/lib/webhooks/schema";
import {
  generateSigningSecret,
  resealAsPrevious,
  sealSigningSecret,
} from "@/lib/webhooks/signing-secret";

const HOUR_MS = 60 * 60 * 1_000;

/**
 * Makes a new secret for an endpoint's messages, given this one time. The one before signs along for a day, so that a
 * receiver can change over; any before that ends at once.
 */
export async function rotateWebhookSecret(ctx: Context, input: WebhookId): Promise<MadeWebhook> {
  authorize(ctx, "webhooks:write");
  const { webhookId } = WebhookId.parse(input);
  const secret = generateSigningSecret();
  const { MINTDESK_SECRET } = ctx.runtime.env;
  await withTransaction(ctx, async (tctx) => {
    const webhook = await lockWebhook(tctx, webhookId);
    await tctx.tx.webhookEndpoint.update({
      where: { id: webhookId },
      data: {
        secretCiphertext: sealSigningSecret(MINTDESK_SECRET, webhookId, secret),
        previousSecretCiphertext: resealAsPrevious(MINTDESK_SECRET, webhook),
        previousSecretUntil: new Date(ctx.now().getTime() + SECRET_OVERLAP_HOURS * HOUR_MS),
      },
    });
    await appendEntry(tctx, {
      action: "webhook.secret_rotated",
      target: { kind: "webhook", id: webhookId, label: webhook.name },
      details: {},
    });
  });
  return { webhookId, secret: secret.reveal() };
}
