import { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import { ENTRY_COLUMNS } from "@/lib/audit/entries-sql";
import type { AuditEntryRow } from "@/lib/audit/schema";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";

export const CodeHistoryOf = z.strictObject({ codeId: z.uuid() });
export type CodeHistoryOf = z.infer<typeof CodeHistoryOf>;

const MOST = 100;

/** What the log says of a code, newest first: entries about it, and those about many codes that name it. */
export async function listCodeHistory(
  ctx: Context,
  input: CodeHistoryOf,
): Promise<AuditEntryRow[]> {
  authorize(ctx, "audit:read");
  const { codeId } = CodeHistoryOf.parse(input);
  const entries = await reader(ctx).$queryRaw<(Omit<AuditEntryRow, "seq"> & { seq: bigint })[]>`
    SELECT ${ENTRY_COLUMNS} FROM audit_entries WHERE seq IN (
      SELECT seq FROM audit_entries WHERE target_kind = 'code' AND target_id = ${codeId}::text
      UNION
      SELECT seq FROM audit_entries
      WHERE action IN ('batch.codes_minted', 'codes.edited') AND details->'codeIds' ? ${codeId}::text)
    ORDER BY seq DESC LIMIT ${MOST}::int`;
  return entries.map((entry) => ({ ...entry, seq: entry.seq.toString() }));
}
