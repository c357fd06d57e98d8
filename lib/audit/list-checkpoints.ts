import { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import type { SignedCheckpoint } from "@/lib/audit/checkpoint-text";
import type { Context } from "@/lib/core/context";
import type { AuditCheckpoint } from "@/lib/db/generated/client";
import { reader } from "@/lib/db/transaction";

export const ListCheckpointsInput = z.strictObject({
  /** Only those behind this one. */
  afterSeq: z
    .string()
    .regex(/^\d{1,18}$/)
    .default("0"),
  limit: z.int().min(1).max(1_000).default(1_000),
});
export type ListCheckpointsInput = z.input<typeof ListCheckpointsInput>;

/** The signed ends of the log, oldest first, a page at a time. */
export async function listCheckpoints(
  ctx: Context,
  input: ListCheckpointsInput,
): Promise<SignedCheckpoint[]> {
  authorize(ctx, "audit:read");
  const { afterSeq, limit } = ListCheckpointsInput.parse(input);
  const rows = await reader(ctx).auditCheckpoint.findMany({
    where: { seq: { gt: BigInt(afterSeq) } },
    orderBy: { seq: "asc" },
    take: limit,
  });
  return rows.map(toSigned);
}

/** A row as it is signed, shown and copied. */
export function toSigned({
  seq,
  headHash,
  at,
  keyId,
  signature,
}: AuditCheckpoint): SignedCheckpoint {
  return { seq: seq.toString(), headHash, at: at.toISOString(), keyId, signature };
}
