import { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import { ListBatchRowsInput } from "@/lib/batches/schema";
import type { BatchRowState } from "@/lib/batches/progress-schema";
import type { RowProblem } from "@/lib/batches/draft-schema";
import type { BatchRowFilter } from "@/lib/batches/schema";
import { ENDPOINT_OF_KIND } from "@/lib/codes/call-wechat";
import { isLimited } from "@/lib/codes/code-parameters";
import type { CodeKind, CodeStatus } from "@/lib/codes/schema";
import type { Context } from "@/lib/core/context";
import { decodeCursor, encodeCursor } from "@/lib/core/cursor";
import type { Page } from "@/lib/core/cursor";
import { NotFoundError } from "@/lib/core/errors";
import { reader } from "@/lib/db/transaction";
import { describeFailure } from "@/lib/wechat-state/describe-failure";

const Position = z.tuple([z.string().regex(/^\d{1,9}$/)]);

const STATUSES: Record<BatchRowFilter, CodeStatus[]> = {
  all: ["queued", "sent", "minted", "refused", "unknown"],
  waiting: ["queued", "sent"],
  minted: ["minted"],
  failed: ["refused", "unknown"],
  refused: ["refused"],
  unknown: ["unknown"],
  skipped: [],
};

interface FoundRow extends Omit<BatchRowState, "failure" | "skip"> {
  errcode: number | null;
  why: string | null;
  message: string | null;
  rid: string | null;
  isInDoubt: boolean;
  skipWhy: "bad" | "repeat" | null;
  problems: RowProblem[] | null;
  ofRow: number | null;
}

/**
 * Rows of a batch in the order of its input, each with what became of it; skipped ones among them
 * under `all`. Throws NotFoundError, and InvalidInputError for a cursor that no earlier page gave.
 */
export async function listBatchRows(
  ctx: Context,
  input: ListBatchRowsInput,
): Promise<Page<BatchRowState>> {
  authorize(ctx, "codes:read");
  const { batchId, show, cursor, limit } = ListBatchRowsInput.parse(input);
  const batch = await reader(ctx).batch.findUnique({
    where: { id: batchId },
    select: { kind: true },
  });
  if (!batch) throw new NotFoundError("batch");
  const after = cursor === undefined ? 0 : Number(decodeCursor(cursor, Position)[0]);
  const found = await readRows(ctx, batchId, show, after, limit + 1);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const next = last && found.length > limit ? encodeCursor([String(last.row)]) : null;
  return { rows: page.map((row) => toRowState(row, batch.kind)), next };
}

async function readRows(
  ctx: Context,
  batchId: string,
  show: BatchRowFilter,
  after: number,
  limit: number,
): Promise<FoundRow[]> {
  const withSkips = show === "all" || show === "skipped";
  return reader(ctx).$queryRaw<FoundRow[]>`
    (SELECT batch_row AS row, label, status::text AS state, id AS "codeId", serial, target, scene,
        picture_sha256 AS "pictureSha256", minted_at AS "mintedAt",
        CASE WHEN status = 'queued' THEN held_until END AS "heldUntil",
        failure_errcode AS errcode, failure_why AS why, failure_message AS message, failure_rid AS rid,
        is_in_doubt AS "isInDoubt", EXISTS (SELECT FROM scenes WHERE scenes.payload IS NOT NULL
          AND scenes.mini_program_id = codes.mini_program_id AND scenes.value = codes.scene) AS "hasPayload",
        NULL::text AS "skipWhy", NULL::jsonb AS problems, NULL::int AS "ofRow"
      FROM codes WHERE batch_id = ${batchId}::uuid AND status = ANY(${STATUSES[show]}::"CodeStatus"[])
        AND batch_row > ${after}
      ORDER BY batch_row LIMIT ${limit})
    UNION ALL
    (SELECT row, label, 'skipped', code_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, false,
        why, problems, of_row
      FROM batch_skips WHERE batch_id = ${batchId}::uuid AND row > ${after} AND ${withSkips}
      ORDER BY row LIMIT ${limit})
    ORDER BY row LIMIT ${limit}`;
}

function toRowState(found: FoundRow, kind: CodeKind): BatchRowState {
  const { errcode, why, message, rid, isInDoubt, skipWhy, problems, ofRow, ...row } = found;
  const isKept = isLimited(kind) && (row.state === "unknown" || isInDoubt);
  const quotaUsed = isKept ? ("unknown" as const) : ("no" as const);
  return {
    ...row,
    failure:
      why === null
        ? null
        : describeFailure(
            { errcode, why, message: message ?? "", rid, quotaUsed },
            ENDPOINT_OF_KIND[kind],
          ),
    skip:
      skipWhy === null
        ? null
        : skipWhy === "bad"
          ? { why: skipWhy, problems: problems ?? [] }
          : { why: skipWhy, ofRow },
  };
}
