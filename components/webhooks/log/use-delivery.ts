"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { reviveDetail } from "@/components/webhooks/log/revive-delivery";
import type { DeliveryDetail, DeliveryRow } from "@/lib/webhooks/schema";

/** A message with its attempts, read again when its row in the log says that there was another. */
export function useDelivery({ id, status, attemptCount, endedAt }: DeliveryRow) {
  return useQuery({
    queryKey: ["webhook-delivery", id, status, attemptCount, endedAt?.getTime()],
    queryFn: ({ signal }) => readDelivery(id, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

async function readDelivery(deliveryId: string, signal: AbortSignal): Promise<DeliveryDetail> {
  const response = await fetch(`/api/webhooks/deliveries/${deliveryId}`, { signal });
  if (!response.ok) throw new Error(`the message could not be read: ${response.status}`);
  return reviveDetail((await response.json()) as DeliveryDetail);
}
