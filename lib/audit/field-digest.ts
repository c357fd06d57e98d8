import { hash } from "node:crypto";
import { canonicalJson } from "@/lib/audit/canonical-json";

/** What stands for a field in its entry's content hash; without the salt it cannot be guessed. */
export function fieldDigest(fieldSalt: Uint8Array, value: unknown): string {
  return hash("sha256", Buffer.concat([fieldSalt, Buffer.from(canonicalJson(value))]), "hex");
}
