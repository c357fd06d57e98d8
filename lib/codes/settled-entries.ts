import { createHash } from "node:crypto";
import type { ActorsEntry } from "@/lib/audit/append-entries";
import type { JudgedAttempt } from "@/lib/codes/finished-attempt";
import type { MintOutcome } from "@/lib/codes/mint-outcome";

type Minted = JudgedAttempt & { outcome: Extract<MintOutcome, { status: "minted" }> };
type MintedOfBatch = Minted & { code: { batchId: string; batchName: string } };

/**
 * What the log says of codes that were settled together: each for itself, but the minted ones of a batch in one
 * entry for each who acted.
 */
export function settledEntries(judged: readonly JudgedAttempt[]): ActorsEntry[] {
  const chunks = Map.groupBy(judged.filter(isMintedOfBatch), chunkOf);
  return judged.flatMap((end) => {
    if (!isMintedOfBatch(end)) return entryOf(end);
    const chunk = chunks.get(chunkOf(end)) ?? [];
    return chunk[0] === end ? [entryOfChunk(end, chunk)] : [];
  });
}

function isMintedOfBatch(end: JudgedAttempt): end is MintedOfBatch {
  return end.outcome.status === "minted" && end.code.batchId !== null;
}

function chunkOf({ ctx, code }: MintedOfBatch): string {
  return `${code.batchId} ${ctx.actor.kind} ${ctx.actor.id} ${ctx.actor.name}`;
}

function entryOfChunk({ ctx, code }: MintedOfBatch, chunk: readonly MintedOfBatch[]): ActorsEntry {
  const codes = chunk
    .map(({ code, outcome }) => ({ id: code.id, sha256: outcome.picture.sha256 }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const digest = createHash("sha256");
  for (const { id, sha256 } of codes) digest.update(`${id} ${sha256}\n`);
  const told = chunk.flatMap(({ outcome }) => outcome.numUsed ?? []);
  return {
    ctx,
    entry: {
      action: "batch.codes_minted",
      target: { kind: "batch", id: code.batchId, label: code.batchName },
      details: {
        codeCount: codes.length,
        digest: digest.digest("hex"),
        codeIds: codes.map(({ id }) => id),
        numUsed: told.length > 0 ? Math.max(...told) : null,
      },
    },
  };
}

/** A code that waits tells nothing yet. */
function entryOf({ ctx, code, outcome }: JudgedAttempt): ActorsEntry[] {
  const target = { kind: "code", id: code.id, label: code.label } as const;
  if (outcome.status === "minted") {
    const details = { sha256: outcome.picture.sha256, numUsed: outcome.numUsed };
    return [{ ctx, entry: { action: "code.minted", target, details } }];
  }
  if (outcome.status === "held" || outcome.status === "unsent") return [];
  const { why, errcode } = outcome.failure;
  const action = outcome.status === "refused" ? "code.refused" : "code.outcome_unknown";
  return [{ ctx, entry: { action, target, details: { why, errcode } } }];
}
