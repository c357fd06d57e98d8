import { verify } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { checkpointText } from "@/lib/audit/checkpoint-text";
import type { SignedCheckpoint } from "@/lib/audit/checkpoint-text";

/** Whether the holder of the private half signed exactly this checkpoint. */
export function isSignedBy(key: KeyObject | undefined, checkpoint: SignedCheckpoint): boolean {
  if (key?.asymmetricKeyType !== "ed25519") return false;
  const text = Buffer.from(checkpointText(checkpoint));
  return verify(null, text, key, Buffer.from(checkpoint.signature, "base64url"));
}
