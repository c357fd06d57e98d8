import type { Prisma } from "@/lib/db/generated/client";
import { WEBHOOK_EVENT_TYPES } from "@/lib/webhooks/events-schema";
import { DISABLED_WHYS } from "@/lib/webhooks/schema";
import type { WebhookRow } from "@/lib/webhooks/schema";

/** What is read of an endpoint to show it; of its secrets only until when the earlier one signs. */
export const WEBHOOK_ROW = {
  id: true,
  name: true,
  url: true,
  eventTypes: true,
  disabledAt: true,
  disabledWhy: true,
  failingSince: true,
  previousSecretUntil: true,
  createdBy: true,
  createdAt: true,
  miniProgram: { select: { id: true, name: true } },
} as const satisfies Prisma.WebhookEndpointSelect;

type Found = Prisma.WebhookEndpointGetPayload<{ select: typeof WEBHOOK_ROW }>;

/** An endpoint as it may be shown. */
export function webhookRow(found: Found, now: Date): WebhookRow {
  const { previousSecretUntil } = found;
  return {
    ...found,
    eventTypes: WEBHOOK_EVENT_TYPES.filter((type) => found.eventTypes.includes(type)),
    disabledWhy: DISABLED_WHYS.find((why) => why === found.disabledWhy) ?? null,
    previousSecretUntil:
      previousSecretUntil && previousSecretUntil > now ? previousSecretUntil : null,
  };
}
