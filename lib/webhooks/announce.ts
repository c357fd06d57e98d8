import type { TransactionContext } from "@/lib/db/transaction";
import type { WebhookEvent } from "@/lib/webhooks/events-schema";
import { queueDeliveries } from "@/lib/webhooks/queue-deliveries";

/**
 * Tells every endpoint that wants to know what happened, in the transaction it happens in: one message for each
 * endpoint and event, and a job for each message. Where nobody wants to know, it is one statement that writes nothing.
 * An endpoint that is being removed is waited for, so that it breaks nothing here.
 * Call it before the entry in the log.
 */
export async function announce(
  ctx: TransactionContext,
  events: readonly WebhookEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const happened = events.map(({ type, data }) => ({ type, data }));
  const deliveries = await ctx.tx.$queryRaw<{ id: string; endpointId: string }[]>`
    INSERT INTO webhook_deliveries (id, endpoint_id, event_type, payload, created_at)
    SELECT gen_random_uuid(), endpoint.id, event.type,
      json_build_object('type', event.type, 'timestamp', ${ctx.now().toISOString()}::text, 'data', event.data),
      ${ctx.now()}::timestamptz
    FROM webhook_endpoints AS endpoint
    JOIN json_to_recordset(${JSON.stringify(happened)}::json) AS event(type text, data json)
      ON event.type = ANY(endpoint.event_types)
      AND (endpoint.mini_program_id IS NULL OR endpoint.mini_program_id = (event.data->>'miniProgramId')::uuid)
    WHERE endpoint.disabled_at IS NULL
    FOR KEY SHARE OF endpoint
    RETURNING id, endpoint_id AS "endpointId"`;
  await queueDeliveries(ctx, deliveries);
}
