import { Secret } from "@/lib/core/secret";
import { openSecret, sealSecret } from "@/lib/core/secret-box";
import type { Runtime } from "@/lib/runtime";

const placeOf = (miniProgramId: string) => `mini_programs|secret|${miniProgramId}`;

/** The AppSecret as it may lie in the database. */
export function sealAppSecret(runtime: Runtime, miniProgramId: string, appSecret: string): string {
  return sealSecret(runtime.env.MINTDESK_SECRET, placeOf(miniProgramId), new Secret(appSecret));
}

/** The AppSecret of a row, still wrapped. Throws when it has none. */
export function openAppSecret(
  runtime: Runtime,
  row: { id: string; secretCiphertext: string | null },
): Secret {
  if (row.secretCiphertext === null) throw new Error(`Mini program ${row.id} has no AppSecret.`);
  return openSecret(runtime.env.MINTDESK_SECRET, placeOf(row.id), row.secretCiphertext);
}
