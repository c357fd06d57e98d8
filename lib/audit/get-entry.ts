import { authorize } from "@/lib/access/authorize";
import { EntryNumber } from "@/lib/audit/schema";
import type { AuditEntryRow } from "@/lib/audit/schema";
import { entriesSql } from "@/lib/audit/entries-sql";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { reader } from "@/lib/db/transaction";

/** One entry by its number. Throws NotFoundError when there is none. */
export async function getEntry(ctx: Context, input: EntryNumber): Promise<AuditEntryRow> {
  authorize(ctx, "audit:read");
  const seq = BigInt(EntryNumber.parse(input).seq);
  const [entry] = await reader(ctx).$queryRaw<AuditEntryRow[]>(
    entriesSql({}, { low: seq, high: seq }, 1),
  );
  if (!entry) throw new NotFoundError("entry");
  return { ...entry, seq: seq.toString() };
}
