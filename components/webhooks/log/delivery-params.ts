import { parseAsString, parseAsStringLiteral } from "nuqs";
import type { inferParserType } from "nuqs";
import { WEBHOOK_EVENT_TYPES } from "@/lib/webhooks/events-schema";
import { DELIVERY_STATUSES } from "@/lib/webhooks/schema";

/** What of the log stands in the address. */
export const DELIVERY_PARAMS = {
  status: parseAsStringLiteral(DELIVERY_STATUSES),
  event: parseAsStringLiteral(WEBHOOK_EVENT_TYPES),
  cursor: parseAsString,
};

export type DeliveryParams = inferParserType<typeof DELIVERY_PARAMS>;
