import { hash } from "node:crypto";

/** Everything of an entry that the hash covers; `at` as ISO text, `seq` as decimal text. */
export interface ChainedFields {
  seq: string;
  at: string;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  action: string;
  targetKind: string;
  targetId: string | null;
  targetLabel: string;
  changes: unknown;
  details: unknown;
  address: string | null;
  requestId: string;
  /** Undefined on entries from before the log knew what an object belongs to. */
  miniProgramId?: string | null;
  campaignId?: string | null;
}

export type ChainedField = keyof ChainedFields;

export const FIRST_PREVIOUS_HASH = "0".repeat(64);

/** SHA-256 over the previous hash and what an entry comes to (`entryContent`), in hex. */
export function chainHash(previousHash: string, content: string): string {
  return hash("sha256", previousHash + content, "hex");
}
