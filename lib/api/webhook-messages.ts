import { z } from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from "zod-openapi";
import { Moment } from "@/lib/api/schema";
import { WEBHOOK_EVENT_TYPES, WEBHOOK_EVENTS } from "@/lib/webhooks/events-schema";
import type { WebhookEventType } from "@/lib/webhooks/events-schema";

export const WEBHOOK_TAG = {
  name: "Webhooks",
  description: [
    "What happened, sent to the addresses administrators name under Developers → Webhooks.",
    "Every message is signed as Standard Webhooks (standardwebhooks.com) says; it may come twice and out of order.",
  ].join(" "),
};

const WORDS: Record<WebhookEventType, { name: string; when: string }> = {
  "code.minted": { name: "CodeMinted", when: "A code was minted, by itself or in a batch." },
  "batch.finished": { name: "BatchFinished", when: "The last row of a batch has its outcome." },
  "batch.stopped": {
    name: "BatchStopped",
    when: "A batch cannot go on by itself, or waits for somebody to look at its first codes.",
  },
  "quota.level": {
    name: "QuotaLevel",
    when: "A mini program has used up another share of its limit, such as 80 %.",
  },
  "scene.retired": { name: "SceneRetired", when: "A scene was retired, or will be." },
  "pack.ready": { name: "PackReady", when: "A pack can be downloaded." },
};

const Headers = z.object({
  "webhook-id": z.uuid().describe("The same at every attempt: skip what came before."),
  "webhook-timestamp": z
    .string()
    .describe("When it was signed, in Unix seconds. Refuse what is older than five minutes."),
  "webhook-signature": z
    .string()
    .describe(
      "`v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64; for a day after a rotation two of them, with a space between.",
    ),
});

/** The messages the desk sends, as the contract describes them. */
export function webhookMessages(): ZodOpenApiPathsObject {
  return Object.fromEntries(WEBHOOK_EVENT_TYPES.map((type) => [type, { post: messageOf(type) }]));
}

function messageOf(type: WebhookEventType): ZodOpenApiOperationObject {
  const { name, when } = WORDS[type];
  const { data, example } = WEBHOOK_EVENTS[type];
  const message = z.object({
    type: z.literal(type),
    timestamp: Moment.describe("When it happened."),
    test: z.literal(true).optional().describe("Somebody tries the address: nothing happened."),
    data: data.meta({ id: `${name}Data` }),
  });
  return {
    operationId: `on${name}`,
    tags: [WEBHOOK_TAG.name],
    summary: type,
    description: when,
    security: [],
    requestParams: { header: Headers },
    requestBody: {
      required: true,
      content: {
        "application/json": {
          schema: message.meta({ id: name }),
          example: { type, timestamp: "2026-11-22T02:05:00.000Z", data: example },
        },
      },
    },
    responses: {
      "2XX": {
        description: "Received. Answer within 10 seconds; the body does not matter.",
      },
      "410": { description: "Nobody lives here any more: the webhook is disabled." },
      default: { description: "Anything else is tried again, ten times over about two days." },
    },
  };
}
