import { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { decodeCursor, encodeCursor } from "@/lib/core/cursor";
import type { Page } from "@/lib/core/cursor";
import type { Prisma } from "@/lib/db/generated/client";
import { reader } from "@/lib/db/transaction";
import { deliveryRow } from "@/lib/webhooks/delivery-row";
import { ListDeliveriesInput } from "@/lib/webhooks/schema";
import type { DeliveryRow } from "@/lib/webhooks/schema";

const PAGE_ROWS = 50;
const Position = z.tuple([z.iso.datetime(), z.guid()]);

/** An endpoint's messages, newest first. Throws InvalidInputError for a cursor that no earlier page gave. */
export async function listDeliveries(
  ctx: Context,
  input: ListDeliveriesInput,
): Promise<Page<DeliveryRow>> {
  authorize(ctx, "webhooks:write");
  const { webhookId, status, eventType, cursor } = ListDeliveriesInput.parse(input);
  const found = await reader(ctx).webhookDelivery.findMany({
    where: { endpointId: webhookId, status, eventType, ...olderThan(cursor) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: PAGE_ROWS + 1,
  });
  const rows = found.slice(0, PAGE_ROWS).map(deliveryRow);
  const last = rows.at(-1);
  const hasMore = found.length > PAGE_ROWS;
  const next = last && hasMore ? encodeCursor([last.createdAt.toISOString(), last.id]) : null;
  return { rows, next };
}

function olderThan(cursor: string | undefined): Prisma.WebhookDeliveryWhereInput {
  if (cursor === undefined) return {};
  const [createdAt, id] = decodeCursor(cursor, Position);
  return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] };
}
