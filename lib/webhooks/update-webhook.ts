import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { fieldChanges } from "@/lib/audit/field-changes";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import { lockWebhook } from "@/lib/webhooks/lock-webhook";
import { requireMiniProgram } from "@/lib/webhooks/require-mini-program";
import { requireReachable } from "@/lib/webhooks/require-reachable";
import { UpdateWebhookInput } from "@/lib/webhooks/schema";
import { urlInLog } from "@/lib/webhooks/url-in-log";

/**
 * Changes what an endpoint is called, where it is and what it is told; messages that wait go to the new address.
 * Throws NotFoundError, InvalidInputError for an address that leads inside.
 */
export async function updateWebhook(ctx: Context, input: UpdateWebhookInput): Promise<void> {
  authorize(ctx, "webhooks:write");
  const { webhookId, ...after } = UpdateWebhookInput.parse(input);
  requireReachable(ctx.runtime, after.url);
  await withTransaction(ctx, async (tctx) => {
    const before = await lockWebhook(tctx, webhookId);
    if (Object.keys(fieldChanges({ ...before }, after)).length === 0) return;
    const changes = fieldChanges(
      {
        ...before,
        url: urlInLog(before.url),
        miniProgram: await requireMiniProgram(tctx, before.miniProgramId),
      },
      {
        name: after.name,
        url: urlInLog(after.url),
        eventTypes: after.eventTypes,
        miniProgram: await requireMiniProgram(tctx, after.miniProgramId),
      },
    );
    await tctx.tx.webhookEndpoint.update({ where: { id: webhookId }, data: after });
    await appendEntry(tctx, {
      action: "webhook.updated",
      target: { kind: "webhook", id: webhookId, label: before.name },
      changes,
      details: {},
    });
  });
}
