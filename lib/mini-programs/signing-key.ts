import { randomBytes } from "node:crypto";
import { Secret } from "@/lib/core/secret";
import { openSecret, sealSecret } from "@/lib/core/secret-box";

const placeOf = (miniProgramId: string) => `mini_programs|signing_key|${miniProgramId}`;

/** 32 random bytes with a prefix that tells people and scanners of leaks what it is. */
export function generateSigningKey(): Secret {
  return new Secret(`mks_${randomBytes(32).toString("base64url")}`);
}

/** The signing key as it may lie in the database. */
export function sealSigningKey(masterSecret: string, miniProgramId: string, key: Secret): string {
  return sealSecret(masterSecret, placeOf(miniProgramId), key);
}

/** The key the gate signs a mini program's answers with, still wrapped. */
export function openSigningKey(
  masterSecret: string,
  miniProgramId: string,
  ciphertext: string,
): Secret {
  return openSecret(masterSecret, placeOf(miniProgramId), ciphertext);
}
