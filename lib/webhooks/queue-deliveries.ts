import type { TransactionContext } from "@/lib/db/transaction";

/** Has messages sent, at once or after some seconds; those of one endpoint wait for each other, not for others. */
export async function queueDeliveries(
  { tx, runtime }: TransactionContext,
  deliveries: readonly { id: string; endpointId: string }[],
  afterSeconds = 0,
): Promise<void> {
  if (deliveries.length === 0) return;
  const jobs = deliveries.map(({ id, endpointId }) => ({
    payload: { deliveryId: id },
    group: endpointId,
  }));
  await runtime.queue.enqueueMany(tx, "webhooks.deliver", jobs, { afterSeconds });
}
