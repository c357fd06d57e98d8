import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";

/**
 * Gives the salt of each field of an entry: whoever is shown one learns nothing of the other fields. The entry's salt
 * is taken in once, for node:crypto takes longer to begin an HMAC than all fields take here.
 */
export function fieldSalts(salt: string): (field: string) => Uint8Array {
  const keyed = hmac.create(sha256, Buffer.from(salt, "hex"));
  return (field) => keyed.clone().update(Buffer.from(field)).digest();
}
