import { z } from "zod";
import type { ChainedField } from "@/lib/audit/chain-hash";

/** A proof of more entries would be too large to make and to read at once. */
export const PROOF_ENTRIES_MAX = 20_000;
/** Checkpoints a proof reaches to; entries between them that are not shown make it large too. */
export const PROOF_RUNS_MAX = 200;
/** Content hashes of all its runs together. */
export const PROOF_LINKS_MAX = 200_000;

/** Every field of an entry. A proof has each of them, with its value or as its digest. */
export const CHAINED_FIELDS = [
  "seq",
  "at",
  "actorKind",
  "actorId",
  "actorName",
  "action",
  "targetKind",
  "targetId",
  "targetLabel",
  "changes",
  "details",
  "address",
  "requestId",
  "miniProgramId",
  "campaignId",
] as const satisfies readonly ChainedField[];

const Field = z.enum(CHAINED_FIELDS);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Seq = z.string().regex(/^[1-9]\d{0,17}$/);

export const CheckpointInProof = z.strictObject({
  seq: Seq,
  headHash: Hash,
  at: z.iso.datetime(),
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  signature: z.string().max(200),
});

/** Some entries of the log, and what proves them unchanged without the others. */
export const ProofBundle = z.strictObject({
  format: z.literal("mintdesk-audit-proof"),
  version: z.literal(1),
  entries: z
    .array(
      z.strictObject({
        seq: Seq,
        /** What is shown, each with its own salt. */
        shown: z.partialRecord(Field, z.strictObject({ value: z.unknown(), salt: Hash })),
        /** What is kept back, as its digest. */
        kept: z.partialRecord(Field, Hash),
      }),
    )
    .max(PROOF_ENTRIES_MAX),
  /** From an entry up to the next checkpoint: folding the content hashes onto the start has to end in its head. */
  runs: z
    .array(
      z.strictObject({
        firstSeq: Seq,
        startHash: Hash,
        contentHashes: z.array(Hash).min(1),
        checkpoint: CheckpointInProof,
      }),
    )
    .max(PROOF_RUNS_MAX),
  /** Entries behind the last checkpoint: nothing signed covers them yet. */
  unsealed: z.array(Seq),
  /** Entries from before fields could be shown one by one. */
  tooOld: z.array(Seq),
  /** Public keys, SPKI in base64url. */
  keys: z.array(z.strictObject({ id: z.string(), publicKey: z.string().max(500) })).max(100),
});
export type ProofBundle = z.infer<typeof ProofBundle>;
export type ProvenEntry = ProofBundle["entries"][number];
export type ProofRun = ProofBundle["runs"][number];
