import { randomUUID } from "node:crypto";
import type { Context } from "@/lib/core/context";
import type { Runtime } from "@/lib/runtime";
import { deliverWebhook } from "@/lib/webhooks/deliver-webhook";

/** A worker's context. */
export function deliverer(runtime: Runtime, now = () => new Date()): Context {
  const actor = { kind: "job", id: null, name: "webhooks.deliver" } as const;
  return { actor, runtime, now, requestId: randomUUID(), address: null };
}

/** Makes one attempt at every message that waits, as if its time had come; in the order they were written. */
export async function deliverDue(runtime: Runtime, now?: () => Date): Promise<void> {
  const waiting = { status: "waiting" } as const;
  await runtime.db.webhookDelivery.updateMany({ where: waiting, data: { nextAttemptAt: null } });
  const due = await runtime.db.webhookDelivery.findMany({
    where: waiting,
    orderBy: { createdAt: "asc" },
  });
  for (const { id } of due) await deliverWebhook(deliverer(runtime, now), { deliveryId: id });
}
