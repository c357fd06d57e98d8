import { z } from "zod";
import { Moment } from "@/lib/api/schema";
import type { ChainVerdict } from "@/lib/audit/verify-chain";

const Signed = z.object({ seq: z.int(), at: Moment });

/** What came of verifying the log, as programs see it. */
export const Verdict = z
  .object({
    intact: z.boolean(),
    entryCount: z.int().nullable().describe("Null when it is broken."),
    headHash: z.string().nullable().describe("Hash of the last entry; null when it is broken."),
    brokenSeq: z.int().nullable().describe("The first entry that is not what it was."),
    why: z
      .enum(["chain", "checkpoint", "signature", "missing_in_table", "missing_in_store"])
      .nullable()
      .describe("The check that failed."),
    checkpoint: Signed.nullable().describe("The checkpoint that told."),
    checkpointCount: z.int().min(0).describe("Checkpoints compared."),
    lastCheckpoint: Signed.extend({ keyId: z.string() })
      .nullable()
      .describe("The newest one the log agrees with."),
  })
  .meta({ id: "AuditVerdict" });

export function verdictView(verdict: ChainVerdict): z.input<typeof Verdict> {
  const { checkpointCount, lastCheckpoint: last } = verdict;
  const compared = {
    checkpointCount,
    lastCheckpoint: last && { ...signed(last), keyId: last.keyId },
  };
  if (verdict.intact) {
    const { entryCount, headHash } = verdict;
    const broken = { brokenSeq: null, why: null, checkpoint: null };
    return { intact: true, entryCount, headHash, ...broken, ...compared };
  }
  const { brokenSeq, why, checkpoint } = verdict;
  return {
    intact: false,
    entryCount: null,
    headHash: null,
    brokenSeq: Number(brokenSeq),
    why,
    checkpoint: checkpoint && signed(checkpoint),
    ...compared,
  };
}

function signed({ seq, at }: { seq: string; at: Date }): z.input<typeof Signed> {
  return { seq: Number(seq), at: at.toISOString() };
}
