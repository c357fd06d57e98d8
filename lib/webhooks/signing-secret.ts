import { randomBytes } from "node:crypto";
import { Secret } from "@/lib/core/secret";
import { openSecret, sealSecret } from "@/lib/core/secret-box";
import type { WebhookEndpoint } from "@/lib/db/generated/client";

const SECRET_BYTES = 32;

const placeOf = (webhookId: string) => `webhook_endpoints|secret|${webhookId}`;
const previousPlaceOf = (webhookId: string) => `webhook_endpoints|previous_secret|${webhookId}`;

/** As Standard Webhooks writes it: `whsec_` and random bytes in base64. */
export function generateSigningSecret(): Secret {
  return new Secret(`whsec_${randomBytes(SECRET_BYTES).toString("base64")}`);
}

/** The signing secret as it may lie in the database. */
export function sealSigningSecret(masterSecret: string, webhookId: string, secret: Secret): string {
  return sealSecret(masterSecret, placeOf(webhookId), secret);
}

/** The present secret, sealed for the place of the previous one. */
export function resealAsPrevious(
  masterSecret: string,
  { id, secretCiphertext }: Pick<WebhookEndpoint, "id" | "secretCiphertext">,
): string {
  const secret = openSecret(masterSecret, placeOf(id), secretCiphertext);
  return sealSecret(masterSecret, previousPlaceOf(id), secret);
}

/** What a message is signed with at this moment, still wrapped: the present secret first. */
export function openSigningSecrets(
  masterSecret: string,
  webhook: Pick<
    WebhookEndpoint,
    "id" | "secretCiphertext" | "previousSecretCiphertext" | "previousSecretUntil"
  >,
  now: Date,
): Secret[] {
  const { id, secretCiphertext, previousSecretCiphertext, previousSecretUntil } = webhook;
  const secret = openSecret(masterSecret, placeOf(id), secretCiphertext);
  if (previousSecretCiphertext === null || !previousSecretUntil || previousSecretUntil <= now) {
    return [secret];
  }
  return [secret, openSecret(masterSecret, previousPlaceOf(id), previousSecretCiphertext)];
}
