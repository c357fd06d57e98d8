import { z } from "zod";
import { WEBHOOK_EVENT_TYPES } from "@/lib/webhooks/events-schema";
import type { WebhookEventType } from "@/lib/webhooks/events-schema";

export const WEBHOOK_NAME_MAX_LENGTH = 60;
export const WEBHOOK_URL_MAX_LENGTH = 2_000;
/** Of the whole desk. */
export const WEBHOOKS_MAX = 20;
/** So long an earlier secret signs along after a new one was made. */
export const SECRET_OVERLAP_HOURS = 24;
/** So long a delivery is kept. */
export const DELIVERIES_KEPT_DAYS = 30;
/** An endpoint that fails for so long is disabled. */
export const FAILING_DAYS = 5;

const Name = z
  .string()
  .trim()
  .min(1, { error: "webhookNameEmpty" })
  .max(WEBHOOK_NAME_MAX_LENGTH, { error: "webhookNameLong" });

/** Which hosts may be named depends on the desk's settings, so the verbs look at that. */
const Url = z
  .string()
  .trim()
  .max(WEBHOOK_URL_MAX_LENGTH, { error: "webhookUrlLong" })
  .refine((text) => /^https?:\/\//i.test(text) && URL.canParse(text), {
    error: "webhookUrlInvalid",
    abort: true,
  })
  .refine((text) => new URL(text).username === "" && new URL(text).password === "", {
    error: "webhookUrlUserinfo",
  });

const EventTypes = z
  .array(z.enum(WEBHOOK_EVENT_TYPES))
  .min(1, { error: "webhookEventsNone" })
  .max(WEBHOOK_EVENT_TYPES.length)
  .transform((types) => WEBHOOK_EVENT_TYPES.filter((type) => types.includes(type)));

export const CreateWebhookInput = z.strictObject({
  name: Name,
  url: Url,
  eventTypes: EventTypes,
  /** Null: of every mini program. */
  miniProgramId: z.uuid().nullable(),
});
export type CreateWebhookInput = z.input<typeof CreateWebhookInput>;

export const UpdateWebhookInput = CreateWebhookInput.extend({ webhookId: z.uuid() });
export type UpdateWebhookInput = z.input<typeof UpdateWebhookInput>;

export const WebhookId = z.strictObject({ webhookId: z.uuid() });
export type WebhookId = z.infer<typeof WebhookId>;

export const DeliveryId = z.strictObject({ deliveryId: z.uuid() });
export type DeliveryId = z.infer<typeof DeliveryId>;

/** The secret is told here and never again. */
export interface MadeWebhook {
  webhookId: string;
  /** `whsec_` and base64, as Standard Webhooks has it. */
  secret: string;
}

/** Why an endpoint is disabled: a person's wish, an answer 410, or days without one success. */
export const DISABLED_WHYS = ["person", "gone", "failing"] as const;
export type DisabledWhy = (typeof DISABLED_WHYS)[number];

/** An endpoint as the desk shows it. */
export interface WebhookRow {
  id: string;
  name: string;
  url: string;
  eventTypes: readonly WebhookEventType[];
  /** Null: of every mini program. */
  miniProgram: { id: string; name: string } | null;
  disabledAt: Date | null;
  disabledWhy: DisabledWhy | null;
  /** Since when every attempt failed; null while it works. */
  failingSince: Date | null;
  /** Until then an earlier secret signs along; null when there is none. */
  previousSecretUntil: Date | null;
  createdBy: string;
  createdAt: Date;
}

export const DELIVERY_STATUSES = ["waiting", "delivered", "failed"] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

export const ListDeliveriesInput = z.strictObject({
  webhookId: z.uuid(),
  status: z.enum(DELIVERY_STATUSES).optional(),
  eventType: z.enum(WEBHOOK_EVENT_TYPES).optional(),
  cursor: z.string().max(200).optional(),
});
export type ListDeliveriesInput = z.infer<typeof ListDeliveriesInput>;

/** A message for one endpoint as the desk lists it. */
export interface DeliveryRow {
  id: string;
  webhookId: string;
  eventType: WebhookEventType;
  status: DeliveryStatus;
  /** Since it was written, or was last sent by hand. */
  attemptCount: number;
  /** Null: nothing more is due. */
  nextAttemptAt: Date | null;
  createdAt: Date;
  endedAt: Date | null;
  isTest: boolean;
}

/** Why there was no answer. */
export const ATTEMPT_FAILURES = [
  "timeout",
  "blocked",
  "insecure",
  "dns",
  "tls",
  "unreachable",
] as const;
export type AttemptFailure = (typeof ATTEMPT_FAILURES)[number];

export interface AttemptRow {
  id: string;
  startedAt: Date;
  durationMs: number;
  /** Null when there was no answer; then `failure` says why. */
  httpStatus: number | null;
  failure: AttemptFailure | null;
  /** The first kilobyte of the answer. */
  answer: string;
}

/** What is sent, as it stands. */
export interface WebhookPayload {
  type: WebhookEventType;
  timestamp: string;
  /** Only on a message somebody asked for to try the endpoint. */
  test?: true;
  data: Record<string, unknown>;
}

/** A message with everything that was tried, the newest attempt first. */
export interface DeliveryDetail extends DeliveryRow {
  webhookName: string;
  payload: WebhookPayload;
  attempts: readonly AttemptRow[];
}
