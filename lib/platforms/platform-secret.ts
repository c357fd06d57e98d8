import { Secret } from "@/lib/core/secret";
import { openSecret, sealSecret } from "@/lib/core/secret-box";
import type { Runtime } from "@/lib/runtime";

/** Columns of `platforms` that hold a secret. */
export type PlatformSecretName =
  "secret" | "push_token" | "encoding_key" | "previous_key" | "ticket";

const placeOf = (id: string, name: PlatformSecretName) => `platforms|${name}|${id}`;

/** A secret of a platform as it may lie in the database. */
export function sealPlatformSecret(
  runtime: Runtime,
  platformId: string,
  name: PlatformSecretName,
  value: string,
): string {
  return sealSecret(runtime.env.MINTDESK_SECRET, placeOf(platformId, name), new Secret(value));
}

/** The same secret again, still wrapped. */
export function openPlatformSecret(
  runtime: Runtime,
  platformId: string,
  name: PlatformSecretName,
  ciphertext: string,
): Secret {
  return openSecret(runtime.env.MINTDESK_SECRET, placeOf(platformId, name), ciphertext);
}
