import { Secret } from "@/lib/core/secret";
import { openSecret, sealSecret } from "@/lib/core/secret-box";
import type { TokenServer } from "@/lib/db/generated/client";
import type { Runtime } from "@/lib/runtime";

const placeOf = (miniProgramId: string) => `token_servers|secret|${miniProgramId}`;

/** The header's secret as it may lie in the database. */
export function sealHeaderSecret(runtime: Runtime, miniProgramId: string, secret: string): string {
  return sealSecret(runtime.env.MINTDESK_SECRET, placeOf(miniProgramId), new Secret(secret));
}

/** The header's secret of a row, still wrapped; null when it has none. */
export function openHeaderSecret(runtime: Runtime, row: TokenServer): Secret | null {
  const { miniProgramId, secretCiphertext } = row;
  if (secretCiphertext === null) return null;
  return openSecret(runtime.env.MINTDESK_SECRET, placeOf(miniProgramId), secretCiphertext);
}
