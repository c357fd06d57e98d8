import { Webhook } from "standardwebhooks";
import type { Secret } from "@/lib/core/secret";

/** The headers by which a receiver knows that a message is ours and new; every secret signs for itself. */
export function signMessage(
  { id, body }: { id: string; body: string },
  secrets: readonly Secret[],
  at: Date,
): Record<string, string> {
  const signatures = secrets.map((secret) => new Webhook(secret.reveal()).sign(id, at, body));
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
    "webhook-signature": signatures.join(" "),
  };
}
