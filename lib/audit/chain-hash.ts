import { createHash } from "node:crypto";
import { canonicalJson } from "@/lib/audit/canonical-json";

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

export const FIRST_PREVIOUS_HASH = "0".repeat(64);

/** SHA-256 over the previous hash and the canonical entry, in hex. */
export function chainHash(previousHash: string, fields: ChainedFields): string {
  return createHash("sha256").update(previousHash).update(canonicalJson(fields)).digest("hex");
}
