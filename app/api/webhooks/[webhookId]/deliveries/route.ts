import { defineRoute } from "@/lib/web/define-route";
import { listDeliveries } from "@/lib/webhooks/list-deliveries";
import { ListDeliveriesInput } from "@/lib/webhooks/schema";

/** A page of an endpoint's log: `status` and `eventType` narrow, `cursor` goes on. */
export const GET = defineRoute<{ webhookId: string }>(async (ctx, request, { webhookId }) => {
  const query = new URL(request.url).searchParams;
  const input = ListDeliveriesInput.parse({
    webhookId,
    status: query.get("status") ?? undefined,
    eventType: query.get("eventType") ?? undefined,
    cursor: query.get("cursor") ?? undefined,
  });
  return Response.json(await listDeliveries(ctx, input));
});
