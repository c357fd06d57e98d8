import type { Context } from "@/lib/core/context";
import type { WebhookDelivery } from "@/lib/db/generated/client";
import { withTransaction } from "@/lib/db/transaction";
import type { TransactionContext } from "@/lib/db/transaction";
import { endEndpoint } from "@/lib/webhooks/end-endpoint";
import type { AttemptOutcome } from "@/lib/webhooks/post-message";
import { queueDeliveries } from "@/lib/webhooks/queue-deliveries";
import { retryAfter } from "@/lib/webhooks/retry-after";
import { FAILING_DAYS } from "@/lib/webhooks/schema";

const DAY_MS = 24 * 60 * 60 * 1_000;
const GONE = 410;

interface Attempt extends AttemptOutcome {
  startedAt: Date;
  durationMs: number;
}

interface HeldEndpoint {
  id: string;
  name: string;
  disabledAt: Date | null;
  failingSince: Date | null;
}

/** Writes down an attempt and what follows from it for the message and its endpoint. */
export async function settleDelivery(
  ctx: Context,
  delivery: WebhookDelivery,
  attempt: Attempt,
): Promise<void> {
  const { httpStatus, failure, answer, startedAt, durationMs } = attempt;
  const isDelivered = httpStatus !== null && httpStatus >= 200 && httpStatus < 300;
  await withTransaction(ctx, async (tctx) => {
    const endpoint = await holdEndpoint(tctx, delivery.endpointId);
    // Removed meanwhile, with everything that was sent to it.
    if (!endpoint) return;
    await tctx.tx.webhookAttempt.create({
      data: { deliveryId: delivery.id, startedAt, durationMs, httpStatus, failure, answer },
    });
    if (isDelivered) return noteSuccess(tctx, delivery, endpoint);
    await noteFailure(tctx, delivery, endpoint, attempt);
  });
}

/** Before any of its messages, always, so that two attempts never wait for each other. */
async function holdEndpoint({ tx }: TransactionContext, id: string): Promise<HeldEndpoint | null> {
  const [endpoint] = await tx.$queryRaw<HeldEndpoint[]>`
    SELECT id, name, disabled_at AS "disabledAt", failing_since AS "failingSince"
    FROM webhook_endpoints WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return endpoint ?? null;
}

async function noteSuccess(
  ctx: TransactionContext,
  { id }: WebhookDelivery,
  endpoint: HeldEndpoint,
): Promise<void> {
  const { tx } = ctx;
  if (endpoint.failingSince) {
    await tx.webhookEndpoint.update({ where: { id: endpoint.id }, data: { failingSince: null } });
  }
  await tx.webhookDelivery.update({
    where: { id },
    data: {
      status: "delivered",
      attemptCount: { increment: 1 },
      endedAt: ctx.now(),
      nextAttemptAt: null,
    },
  });
}

async function noteFailure(
  ctx: TransactionContext,
  delivery: WebhookDelivery,
  endpoint: HeldEndpoint,
  { httpStatus, askedSeconds }: Attempt,
): Promise<void> {
  const attemptCount = delivery.attemptCount + 1;
  const waitSeconds = endpoint.disabledAt ? null : retryAfter(attemptCount, askedSeconds);
  const isOver = waitSeconds === null;
  // Whoever else made an attempt at the same time has seen to the next one.
  const changed = await ctx.tx.$executeRaw`
    UPDATE webhook_deliveries SET attempt_count = ${attemptCount}::int,
      status = ${isOver ? "failed" : "waiting"}::"WebhookDeliveryStatus",
      ended_at = CASE WHEN ${isOver}::boolean THEN ${ctx.now()}::timestamptz END,
      next_attempt_at = now() + make_interval(secs => ${waitSeconds}::int)
    WHERE id = ${delivery.id}::uuid AND status = 'waiting' AND attempt_count = ${delivery.attemptCount}::int`;
  if (endpoint.disabledAt) return;
  const failingSince = endpoint.failingSince ?? ctx.now();
  if (httpStatus === GONE) return endEndpoint(ctx, endpoint, "gone");
  if (ctx.now().getTime() - failingSince.getTime() >= FAILING_DAYS * DAY_MS) {
    return endEndpoint(ctx, endpoint, "failing");
  }
  if (!endpoint.failingSince) {
    await ctx.tx.webhookEndpoint.update({ where: { id: endpoint.id }, data: { failingSince } });
  }
  if (changed > 0 && waitSeconds !== null) await queueDeliveries(ctx, [delivery], waitSeconds);
}
