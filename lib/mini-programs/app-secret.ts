import { openSecret, sealSecret } from "@/lib/core/secret-box";
import { Secret } from "@/lib/core/secret";
import type { Runtime } from "@/lib/runtime";

const placeOf = (miniProgramId: string) => `mini_programs|secret|${miniProgramId}`;

/** The AppSecret as it may lie in the database. */
export function sealAppSecret(runtime: Runtime, miniProgramId: string, appSecret: string): string {
  return sealSecret(runtime.env.MINTDESK_SECRET, placeOf(miniProgramId), new Secret(appSecret));
}

/** The AppSecret of a row, still wrapped. */
export function openAppSecret(
  runtime: Runtime,
  row: { id: string; secretCiphertext: string },
): Secret {
  return openSecret(runtime.env.MINTDESK_SECRET, placeOf(row.id), row.secretCiphertext);
}
