import type { WebhookRow } from "@/lib/webhooks/schema";

export type WebhookState = "working" | "failing" | "disabled";

/** How an endpoint is; one that is disabled is nothing else. */
export function webhookState({
  disabledAt,
  failingSince,
}: Pick<WebhookRow, "disabledAt" | "failingSince">): WebhookState {
  if (disabledAt) return "disabled";
  return failingSince ? "failing" : "working";
}
