import type { ChainedFields } from "@/lib/audit/chain-hash";

/** What of an entry can be shown or kept back, each with the fields of the chain it stands for. */
export const ENTRY_PARTS = {
  person: ["actorKind", "actorId", "actorName"],
  object: ["targetKind", "targetId", "targetLabel", "miniProgramId", "campaignId"],
  changes: ["changes"],
  details: ["details"],
  address: ["address"],
  request: ["requestId"],
} as const satisfies Record<string, readonly (keyof ChainedFields)[]>;

export type EntryPart = keyof typeof ENTRY_PARTS;

/** Of every entry that is shown at all: which it is, when it was, what was done. */
export const ALWAYS_SHOWN = [
  "seq",
  "at",
  "action",
] as const satisfies readonly (keyof ChainedFields)[];
