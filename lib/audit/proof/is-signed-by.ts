import { verify } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { checkpointText } from "@/lib/audit/checkpoint-text";
import type { SignedCheckpoint } from "@/lib/audit/checkpoint-text";

/** Whether the holder of the private half signed exactly this checkpoint. */
export function isSignedBy(key: KeyObject | undefined, checkpoint: SignedCheckpoint): boolean {
  if (key?.asymmetricKeyType !== "ed25519") return false;
  const signature = Buffer.from(checkpoint.signature, "base64url");
  // Its last letter has bits that mean nothing: another letter there would be the same signature.
  if (signature.toString("base64url") !== checkpoint.signature) return false;
  return verify(null, Buffer.from(checkpointText(checkpoint)), key, signature);
}
