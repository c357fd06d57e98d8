import type { WebhookEventType } from "@/lib/webhooks/events-schema";

/** What an event is called in the message files, where a dot leads deeper. */
export function eventKey(type: WebhookEventType): string {
  return type.replace(".", "_");
}
