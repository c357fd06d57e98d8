import { randomUUID } from "node:crypto";
import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import type { Context } from "@/lib/core/context";
import { ConflictError } from "@/lib/core/errors";
import type { Transaction } from "@/lib/db/client";
import { withTransaction } from "@/lib/db/transaction";
import { requireMiniProgram } from "@/lib/webhooks/require-mini-program";
import { requireReachable } from "@/lib/webhooks/require-reachable";
import { CreateWebhookInput, WEBHOOKS_MAX } from "@/lib/webhooks/schema";
import type { MadeWebhook } from "@/lib/webhooks/schema";
import { generateSigningSecret, sealSigningSecret } from "@/lib/webhooks/signing-secret";
import { urlInLog } from "@/lib/webhooks/url-in-log";

/**
 * Makes an endpoint that is told what happens from now on. The secret its messages are signed with is given this one
 * time. Throws InvalidInputError for an address that leads inside, ConflictError when there are too many.
 */
export async function createWebhook(ctx: Context, input: CreateWebhookInput): Promise<MadeWebhook> {
  authorize(ctx, "webhooks:write");
  const { name, url, eventTypes, miniProgramId } = CreateWebhookInput.parse(input);
  requireReachable(ctx.runtime, url);
  const webhookId = randomUUID();
  const secret = generateSigningSecret();
  const secretCiphertext = sealSigningSecret(ctx.runtime.env.MINTDESK_SECRET, webhookId, secret);
  await withTransaction(ctx, async (tctx) => {
    const { tx } = tctx;
    await requireFew(tx);
    await requireMiniProgram(tctx, miniProgramId);
    await tx.webhookEndpoint.create({
      data: {
        id: webhookId,
        name,
        url,
        eventTypes,
        miniProgramId,
        secretCiphertext,
        createdById: ctx.actor.id,
        createdBy: ctx.actor.name,
        createdAt: ctx.now(),
      },
    });
    await appendEntry(tctx, {
      action: "webhook.created",
      target: { kind: "webhook", id: webhookId, label: name },
      details: { url: urlInLog(url), eventTypes },
    });
  });
  return { webhookId, secret: secret.reveal() };
}

/** Endpoints are made one after the other, so that two at once do not both take the last place. */
async function requireFew(tx: Transaction): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('create-webhook', 0))::text`;
  const count = await tx.webhookEndpoint.count();
  if (count >= WEBHOOKS_MAX) throw new ConflictError("webhooksMany", { most: WEBHOOKS_MAX });
}
