import type { ActionResult } from "@/lib/web/define-action";
import type {
  CreateWebhookInput,
  DeliveryId,
  MadeWebhook,
  UpdateWebhookInput,
  WebhookId,
} from "@/lib/webhooks/schema";

export type CreateWebhook = (input: CreateWebhookInput) => Promise<ActionResult<MadeWebhook>>;
export type ResendDelivery = (input: DeliveryId) => Promise<ActionResult<unknown>>;

/** What an administrator does to one endpoint. */
export interface WebhookVerbs {
  update: (input: UpdateWebhookInput) => Promise<ActionResult<unknown>>;
  rotateSecret: (input: WebhookId) => Promise<ActionResult<{ secret: string }>>;
  disable: (input: WebhookId) => Promise<ActionResult<unknown>>;
  enable: (input: WebhookId) => Promise<ActionResult<unknown>>;
  remove: (input: WebhookId) => Promise<ActionResult<unknown>>;
  sendTest: (input: WebhookId) => Promise<ActionResult<unknown>>;
}
