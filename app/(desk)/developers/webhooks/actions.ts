"use server";

import { defineAction } from "@/lib/web/define-action";
import { createWebhook } from "@/lib/webhooks/create-webhook";
import { disableWebhook } from "@/lib/webhooks/disable-webhook";
import { enableWebhook } from "@/lib/webhooks/enable-webhook";
import { removeWebhook } from "@/lib/webhooks/remove-webhook";
import { resendDelivery } from "@/lib/webhooks/resend-delivery";
import { rotateWebhookSecret } from "@/lib/webhooks/rotate-webhook-secret";
import { sendTestWebhook } from "@/lib/webhooks/send-test-webhook";
import { updateWebhook } from "@/lib/webhooks/update-webhook";

export const createWebhookAction = defineAction(createWebhook);
export const updateWebhookAction = defineAction(updateWebhook);
export const rotateWebhookSecretAction = defineAction(rotateWebhookSecret);
export const disableWebhookAction = defineAction(disableWebhook);
export const enableWebhookAction = defineAction(enableWebhook);
export const removeWebhookAction = defineAction(removeWebhook);
export const sendTestWebhookAction = defineAction(sendTestWebhook);
export const resendDeliveryAction = defineAction(resendDelivery);
