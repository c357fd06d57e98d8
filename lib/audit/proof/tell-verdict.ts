import type { ProofFault } from "@/lib/audit/proof/verify-bundle";
import type { ExportFault } from "@/lib/audit/proof/verify-export";
import type { FileVerdict } from "@/lib/audit/proof/verify-file";
import type { ChainFault, ChainVerdict } from "@/lib/audit/verify-chain";

const LISTED_MAX = 20;

export interface ToldVerdict {
  lines: readonly string[];
  /** 0: nothing was changed, as far as that can be told; 1: something was. */
  exitCode: 0 | 1;
}

const WHY_CHAIN: Record<ChainFault, string> = {
  chain: "it was changed, or it does not follow from the entry before it.",
  checkpoint: "from here on the log is not the one that was signed.",
  signature: "the checkpoint behind it is not signed by this desk.",
  missing_in_table: "the checkpoint behind it was taken out of the database.",
  missing_in_store: "the copy of the checkpoint behind it is gone from the object store.",
};

const WHY_FILE: Record<ExportFault | ProofFault, string> = {
  content: "it was changed.",
  chain: "it does not follow from the entry before it.",
  order: "it is not in its place.",
  checkpoint: "the log up to here is not the one that was signed.",
  signature: "the checkpoint behind it is not signed by its key.",
  key: "the key of the checkpoint behind it is not in the file, or not the one you gave.",
  missing_field: "a field is missing.",
  no_run: "nothing in the file proves it.",
  run: "the entries from here do not lead to the checkpoint that was signed.",
};

/** What was found of a desk's own log, in sentences. */
export function tellChain(verdict: ChainVerdict): ToldVerdict {
  const { checkpointCount, lastCheckpoint } = verdict;
  const compared = [`Checkpoints compared: ${checkpointCount}`, ...tellCheckpoint(lastCheckpoint)];
  if (verdict.intact) {
    const entries = `The log is unbroken: ${verdict.entryCount} entries.`;
    return { lines: [entries, `Head: ${verdict.headHash}`, ...compared], exitCode: 0 };
  }
  const told =
    verdict.checkpoint && `  by the checkpoint of ${verdict.checkpoint.at.toISOString()}`;
  const broken = `The log is broken at entry ${verdict.brokenSeq}: ${WHY_CHAIN[verdict.why]}`;
  return { lines: [broken, ...(told ? [told] : []), ...compared], exitCode: 1 };
}

/** What was found of a file, in sentences; `hasKey`: which key to believe was told. */
export function tellFile(verdict: FileVerdict, hasKey: boolean): ToldVerdict {
  const { isIntact, entryCount, sealedCount, lastCheckpoint } = verdict;
  const faults = "faults" in verdict ? verdict.faults : verdict.fault ? [verdict.fault] : [];
  const lines = [
    isIntact
      ? `Nothing was changed: ${entryCount} entries, ${sealedCount} of them under a signed checkpoint.`
      : "This file is not as it left the desk.",
    ...faults.slice(0, LISTED_MAX).map(({ seq, why }) => `Entry ${seq}: ${WHY_FILE[why]}`),
    ...(faults.length > LISTED_MAX ? [`and ${faults.length - LISTED_MAX} more`] : []),
    ...tellLimits(verdict),
    ...tellCheckpoint(lastCheckpoint),
    ...(lastCheckpoint && !hasKey
      ? ["Compare this key with the one the desk shows, or give it: --key <key or key id>"]
      : []),
  ];
  return { lines, exitCode: isIntact ? 0 : 1 };
}

/** What the file cannot prove. */
function tellLimits(verdict: FileVerdict): string[] {
  if (verdict.kind === "export") {
    const { gapCount } = verdict;
    return gapCount === 0
      ? []
      : [`Entries are left out in ${gapCount} places (a filtered export).`];
  }
  const { unsealed, tooOld } = verdict;
  return [
    ...(unsealed.length > 0
      ? [`Not yet sealed: ${unsealed.length}, from entry ${unsealed[0]}`]
      : []),
    ...(tooOld.length > 0 ? [`Too old to be proven alone: ${tooOld.length}`] : []),
  ];
}

function tellCheckpoint(
  checkpoint: { seq: string; at: string | Date; keyId: string } | null,
): string[] {
  if (!checkpoint) return ["No checkpoint covers these entries."];
  const { seq, at, keyId } = checkpoint;
  const time = typeof at === "string" ? at : at.toISOString();
  return [`Last checkpoint: entry ${seq}, ${time}, key ${keyId}`];
}
