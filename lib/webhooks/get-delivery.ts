import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import type { WebhookAttempt } from "@/lib/db/generated/client";
import { reader } from "@/lib/db/transaction";
import { deliveryRow, payloadOf } from "@/lib/webhooks/delivery-row";
import { ATTEMPT_FAILURES, DeliveryId } from "@/lib/webhooks/schema";
import type { AttemptRow, DeliveryDetail } from "@/lib/webhooks/schema";

const SHOWN_ATTEMPTS = 100;

/** One message, what it says and every attempt to deliver it. Throws NotFoundError. */
export async function getDelivery(ctx: Context, input: DeliveryId): Promise<DeliveryDetail> {
  authorize(ctx, "webhooks:write");
  const { deliveryId } = DeliveryId.parse(input);
  const found = await reader(ctx).webhookDelivery.findUnique({
    where: { id: deliveryId },
    include: {
      endpoint: { select: { name: true } },
      attempts: { orderBy: [{ startedAt: "desc" }, { id: "desc" }], take: SHOWN_ATTEMPTS },
    },
  });
  if (!found) throw new NotFoundError("webhookDelivery");
  const { endpoint, attempts, ...delivery } = found;
  return {
    ...deliveryRow(delivery),
    webhookName: endpoint.name,
    payload: payloadOf(delivery),
    attempts: attempts.map(attemptRow),
  };
}

function attemptRow(attempt: WebhookAttempt): AttemptRow {
  const { id, startedAt, durationMs, httpStatus, answer } = attempt;
  const failure = ATTEMPT_FAILURES.find((failure) => failure === attempt.failure) ?? null;
  return { id, startedAt, durationMs, httpStatus, failure, answer };
}
