import { defineRoute } from "@/lib/web/define-route";
import { getDelivery } from "@/lib/webhooks/get-delivery";

/** For a log in which a message is opened. */
export const GET = defineRoute<{ deliveryId: string }>(async (ctx, _request, { deliveryId }) =>
  Response.json(await getDelivery(ctx, { deliveryId })),
);
