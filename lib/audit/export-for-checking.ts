import { authorize } from "@/lib/access/authorize";
import { entryConditionSql } from "@/lib/audit/entry-filter-sql";
import type { ParsedAuditFilters } from "@/lib/audit/entry-filter-sql";
import type { SeqRange } from "@/lib/audit/find-seq-range";
import { listAuditKeys } from "@/lib/audit/list-audit-keys";
import { listCheckpoints } from "@/lib/audit/list-checkpoints";
import { EXPORT_COLUMNS } from "@/lib/audit/proof/export-columns";
import { recordExport } from "@/lib/audit/record-export";
import { AuditFilters } from "@/lib/audit/schema";
import type { Context } from "@/lib/core/context";
import { csvFile } from "@/lib/core/csv-file";
import { Prisma } from "@/lib/db/generated/client";
import { reader } from "@/lib/db/transaction";

const PAGE_ROWS = 500;
const CHECKPOINTS_AT_ONCE = 1_000;

/**
 * The entries that meet the filters as they are stored, oldest first, and behind a blank line the signed checkpoints
 * and the keys they were signed with: `npm run verify-audit -- FILE` checks it without the desk.
 */
export async function exportForChecking(
  ctx: Context,
  input: AuditFilters,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  authorize(ctx, "audit:read");
  const filters = AuditFilters.parse(input);
  const range = await recordExport(ctx, filters, "checking");
  const lines = linesOf(ctx, filters, range);
  return csvFile<string[]>({
    header: EXPORT_COLUMNS,
    async readPage() {
      const { done, value } = await lines.next();
      return done ? { rows: [], next: null } : { rows: value, next: "more" };
    },
    toCells: (cells) => cells,
  });
}

async function* linesOf(
  ctx: Context,
  filters: ParsedAuditFilters,
  { low, high }: SeqRange,
): AsyncGenerator<string[][], void, void> {
  for (let from = low; from <= high;) {
    const entries = await reader(ctx).$queryRaw<Record<string, unknown>[]>(
      storedSql(filters, { low: from, high }),
    );
    yield entries.map((entry) => EXPORT_COLUMNS.map((column) => cellOf(entry[column])));
    const last = entries.at(-1);
    if (!last || entries.length < PAGE_ROWS) break;
    from = BigInt(String(last.seq)) + 1n;
  }
  yield [[]];
  for (let afterSeq = "0"; ;) {
    const checkpoints = await listCheckpoints(ctx, { afterSeq, limit: CHECKPOINTS_AT_ONCE });
    yield checkpoints.map(({ seq, headHash, at, keyId, signature }) => [
      "checkpoint",
      seq,
      headHash,
      at,
      keyId,
      signature,
    ]);
    const last = checkpoints.at(-1);
    if (!last || checkpoints.length < CHECKPOINTS_AT_ONCE) break;
    afterSeq = last.seq;
  }
  yield (await listAuditKeys(ctx)).map(({ id, publicKey }) => ["key", id, publicKey]);
}

function storedSql(filters: ParsedAuditFilters, { low, high }: SeqRange): Prisma.Sql {
  return Prisma.sql`
    SELECT seq, at, actor_kind AS "actorKind", actor_id AS "actorId", actor_name AS "actorName", action,
      target_kind AS "targetKind", target_id AS "targetId", target_label AS "targetLabel",
      mini_program_id AS "miniProgramId", campaign_id AS "campaignId", changes, details, address,
      request_id AS "requestId", salt, content_hash AS "contentHash", prev_hash AS "prevHash", hash
    FROM audit_entries
    WHERE ${entryConditionSql(filters)} AND seq BETWEEN ${low}::bigint AND ${high}::bigint
    ORDER BY seq LIMIT ${PAGE_ROWS}::int`;
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
