import type { BatchQuota } from "@/lib/batches/read-quota";
import type { ParsedRowsInput } from "@/lib/batches/schema";
import { codeLook, isLimited } from "@/lib/codes/code-parameters";
import { LOOK_ALIKE_STATUSES } from "@/lib/codes/price-quota";
import { Prisma } from "@/lib/db/generated/client";
import type { TransactionContext } from "@/lib/db/transaction";
import { unreadId } from "@/lib/db/unread-id";

/**
 * Holds the rows of a draft that can be minted against what is there: living codes, scenes in use, and the
 * rows above them. Asked again, it forgets what it found before. All of it happens in the database,
 * so it costs the same memory for ten rows and for 100,000.
 */
export async function matchDraft(
  ctx: TransactionContext,
  draftId: string,
  form: ParsedRowsInput,
  { lookCounts }: Pick<BatchQuota, "lookCounts">,
): Promise<void> {
  const { miniProgramId, kind } = form;
  await forgetMatches(ctx, draftId, isLimited(kind));
  await matchIdentities(ctx, draftId, miniProgramId);
  if (form.kind === "WXACODE_UNLIMITED") {
    if (form.carries.as === "payload") await matchPayloads(ctx, draftId, form);
    else await refuseTakenScenes(ctx, draftId, miniProgramId);
  }
  await matchRowsAbove(ctx, draftId);
  if (!lookCounts && isLimited(kind)) await forgiveLook(ctx, draftId, form);
  await ctx.tx.batchDraft.update({
    where: { id: draftId },
    data: { matchedAt: ctx.now() },
    select: { id: true },
  });
}

async function forgetMatches(
  ctx: TransactionContext,
  draftId: string,
  isCounted: boolean,
): Promise<void> {
  const quotaCost = isCounted ? 1 : 0;
  await ctx.tx.$executeRaw`
    UPDATE batch_draft_rows SET verdict = 'new', of_code_id = NULL, of_row = NULL, problems = NULL,
      quota_cost = ${quotaCost}
    WHERE draft_id = ${draftId}::uuid
      AND (verdict IN ('repeat', 'taken') OR verdict = 'new' AND quota_cost <> ${quotaCost})`;
}

// The planner knows nothing of rows that were written a moment ago and may join them with anything in the
// wrong order. A subquery with LIMIT is one look into an index for each row, and rows find themselves by
// their place (ctid), whatever it believes.

async function matchIdentities(
  ctx: TransactionContext,
  draftId: string,
  miniProgramId: string,
): Promise<void> {
  const living = Prisma.sql`(SELECT id FROM codes WHERE mini_program_id = ${unreadId(miniProgramId)}
    AND identity = draft.identity AND status <> 'refused' LIMIT 1)`;
  await ctx.tx.$executeRaw`
    UPDATE batch_draft_rows AS draft SET verdict = 'repeat', of_code_id = ${living}
    WHERE draft_id = ${draftId}::uuid AND verdict = 'new' AND ${living} IS NOT NULL`;
}

/** A generated scene differs each time; the same data on the same page in the same look is the same code. */
async function matchPayloads(
  ctx: TransactionContext,
  draftId: string,
  form: Extract<ParsedRowsInput, { kind: "WXACODE_UNLIMITED" }>,
): Promise<void> {
  const { miniProgramId } = form;
  const { envVersion, width, autoColor, isHyaline, lineColor } = codeLook(form);
  const living = Prisma.sql`(SELECT code.id FROM scenes CROSS JOIN LATERAL (
      SELECT id FROM codes WHERE codes.mini_program_id = scenes.mini_program_id
        AND codes.scene = scenes.value AND codes.status <> 'refused' AND codes.kind = 'WXACODE_UNLIMITED'
        AND codes.env_version = ${envVersion}::"EnvVersion" AND codes.width = ${width}
        AND codes.auto_color = ${autoColor} AND codes.is_hyaline = ${isHyaline}
        AND codes.line_color = ${lineColor} LIMIT 1) AS code
    WHERE scenes.mini_program_id = ${unreadId(miniProgramId)}
      AND jsonb_hash(scenes.payload) = jsonb_hash(draft.payload) AND scenes.payload = draft.payload
      AND scenes.page = draft.target LIMIT 1)`;
  await ctx.tx.$executeRaw`
    UPDATE batch_draft_rows AS draft SET verdict = 'repeat', of_code_id = ${living}
    WHERE draft_id = ${draftId}::uuid AND verdict = 'new' AND ${living} IS NOT NULL`;
}

/** A scene never stands for two pages: neither one in use, nor one in the rows. */
async function refuseTakenScenes(
  ctx: TransactionContext,
  draftId: string,
  miniProgramId: string,
): Promise<void> {
  const otherPage = Prisma.sql`(SELECT page FROM scenes WHERE mini_program_id = ${unreadId(miniProgramId)}
    AND value = draft.scene AND page <> draft.target
    AND EXISTS (SELECT FROM codes WHERE codes.mini_program_id = scenes.mini_program_id
      AND codes.scene = scenes.value AND codes.status <> 'refused') LIMIT 1)`;
  await ctx.tx.$executeRaw`
    UPDATE batch_draft_rows AS draft SET verdict = 'taken', problems = ${sceneTaken(otherPage)}
    WHERE draft_id = ${draftId}::uuid AND verdict = 'new' AND ${otherPage} IS NOT NULL`;
  await ctx.tx.$executeRaw`
    UPDATE batch_draft_rows AS draft SET verdict = 'taken', problems = ${sceneTaken(Prisma.sql`found.page`)}
    FROM (SELECT ctid, target, first_value(target) OVER (PARTITION BY scene ORDER BY row) AS page
      FROM batch_draft_rows WHERE draft_id = ${draftId}::uuid AND verdict = 'new') AS found
    WHERE draft.ctid = found.ctid AND found.page <> found.target`;
}

function sceneTaken(page: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`jsonb_build_array(jsonb_build_object('field', 'scene', 'reason', 'sceneTaken',
    'values', jsonb_build_object('page', coalesce(nullif(${page}, ''), '/'))))`;
}

async function matchRowsAbove(ctx: TransactionContext, draftId: string): Promise<void> {
  await ctx.tx.$executeRaw`
    UPDATE batch_draft_rows AS draft SET verdict = 'repeat', of_row = found.first
    FROM (SELECT ctid, row, min(row) OVER (PARTITION BY same_as) AS first
      FROM batch_draft_rows WHERE draft_id = ${draftId}::uuid AND verdict = 'new') AS found
    WHERE draft.ctid = found.ctid AND found.first < found.row`;
}

/** Where a setting says so, a code that differs from a made one in its look alone costs nothing. */
async function forgiveLook(
  ctx: TransactionContext,
  draftId: string,
  form: ParsedRowsInput,
): Promise<void> {
  const { envVersion } = codeLook(form);
  await ctx.tx.$executeRaw`
    UPDATE batch_draft_rows AS draft SET quota_cost = 0
    WHERE draft_id = ${draftId}::uuid AND verdict = 'new'
      AND (SELECT id FROM codes WHERE codes.mini_program_id = ${form.miniProgramId}::uuid
        AND codes.kind = ${form.kind}::"CodeKind" AND codes.target = draft.target
        AND codes.env_version = ${envVersion}::"EnvVersion"
        AND codes.status = ANY(${LOOK_ALIKE_STATUSES}::"CodeStatus"[]) LIMIT 1) IS NOT NULL`;
}
