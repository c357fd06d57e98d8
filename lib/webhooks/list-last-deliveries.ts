import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";
import type { DeliveryStatus } from "@/lib/webhooks/schema";

/** The newest message of an endpoint. */
export interface LastDelivery {
  webhookId: string;
  status: DeliveryStatus;
  createdAt: Date;
}

/** What was last sent to each endpoint; those that were never told anything are left out. */
export async function listLastDeliveries(ctx: Context): Promise<LastDelivery[]> {
  authorize(ctx, "webhooks:write");
  return reader(ctx).$queryRaw<LastDelivery[]>`
    SELECT e.id AS "webhookId", d.status::text AS status, d.created_at AS "createdAt"
    FROM webhook_endpoints e
    CROSS JOIN LATERAL (
      SELECT status, created_at FROM webhook_deliveries
      WHERE endpoint_id = e.id ORDER BY created_at DESC, id DESC LIMIT 1
    ) d`;
}
