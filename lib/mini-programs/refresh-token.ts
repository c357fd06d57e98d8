import { Secret } from "@/lib/core/secret";
import { openSecret, sealSecret } from "@/lib/core/secret-box";
import type { Runtime } from "@/lib/runtime";

const placeOf = (miniProgramId: string) => `platform_authorizations|refresh|${miniProgramId}`;

/** A refresh token as it may lie in the database. */
export function sealRefreshToken(runtime: Runtime, miniProgramId: string, token: string): string {
  return sealSecret(runtime.env.MINTDESK_SECRET, placeOf(miniProgramId), new Secret(token));
}

/** The same token again, still wrapped. */
export function openRefreshToken(
  runtime: Runtime,
  miniProgramId: string,
  ciphertext: string,
): Secret {
  return openSecret(runtime.env.MINTDESK_SECRET, placeOf(miniProgramId), ciphertext);
}
