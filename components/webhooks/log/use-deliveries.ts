"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import type { DeliveryParams } from "@/components/webhooks/log/delivery-params";
import { nextLookMs } from "@/components/webhooks/log/next-look-ms";
import { reviveDelivery } from "@/components/webhooks/log/revive-delivery";
import type { DeliveryRow } from "@/lib/webhooks/schema";

interface DeliveryPage {
  rows: DeliveryRow[];
  next: string | null;
}

const KEY = "webhook-deliveries";

/** One page of an endpoint's log, read again while something in it waits and the tab is in sight. */
export function useDeliveries(webhookId: string, params: DeliveryParams) {
  return useQuery({
    queryKey: [KEY, webhookId, params],
    queryFn: ({ signal }) => readDeliveries(webhookId, params, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: ({ state }) => nextLookMs(state.data?.rows ?? [], new Date()),
  });
}

/** Reads the log at once, as after an act that put something into it. */
export function useFreshDeliveries(webhookId: string): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: [KEY, webhookId] });
}

async function readDeliveries(
  webhookId: string,
  { status, event, cursor }: DeliveryParams,
  signal: AbortSignal,
): Promise<DeliveryPage> {
  const query = new URLSearchParams({
    ...(status && { status }),
    ...(event && { eventType: event }),
    ...(cursor && { cursor }),
  });
  const address = `/api/webhooks/${webhookId}/deliveries?${query.toString()}`;
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`the messages could not be read: ${response.status}`);
  const page = (await response.json()) as DeliveryPage;
  return { ...page, rows: page.rows.map(reviveDelivery) };
}
