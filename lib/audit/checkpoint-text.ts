/** So many entries there were at a moment, and this was the end of the chain. */
export interface Checkpoint {
  /** Decimal text. */
  seq: string;
  headHash: string;
  /** ISO text, by the database's clock. */
  at: string;
  keyId: string;
}

export interface SignedCheckpoint extends Checkpoint {
  /** Ed25519 over `checkpointText`, base64url. */
  signature: string;
}

/** Exactly what is signed; docs/audit.md shows it to whoever writes another verifier. */
export function checkpointText({ seq, headHash, at, keyId }: Checkpoint): string {
  return [
    "mintdesk audit checkpoint 1",
    `seq ${seq}`,
    `head ${headHash}`,
    `at ${at}`,
    `key ${keyId}`,
  ]
    .map((line) => `${line}\n`)
    .join("");
}
