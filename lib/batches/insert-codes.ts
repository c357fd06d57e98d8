import type { OpenDraft } from "@/lib/batches/require-draft";
import { codeLook } from "@/lib/codes/code-parameters";
import type { TransactionContext } from "@/lib/db/transaction";
import { unreadId } from "@/lib/db/unread-id";
import { forgetChanges } from "@/lib/scenes/forget-changes";

/** Somebody took a scene between the check and the act. */
export class OvertakenError extends Error {
  override readonly name = "OvertakenError";
}

/**
 * Makes scenes and codes of what is new in a draft, without its rows ever leaving the database. Gives how
 * many; throws OvertakenError when a scene was taken since the check, and breaks `codes_identity_living` when
 * the same parameters were asked for.
 */
export async function insertCodes(
  ctx: TransactionContext,
  batchId: string,
  { draft, form }: OpenDraft,
): Promise<number> {
  if (form.kind === "WXACODE_UNLIMITED") await insertScenes(ctx, draft);
  const look = codeLook(form);
  const reason = form.kind === "WXACODE_UNLIMITED" ? "" : form.reason;
  // Not in the search index yet, which would be a third of the work: a job sorts them in afterwards.
  return ctx.tx.$executeRaw`
    INSERT INTO codes (id, mini_program_id, campaign_id, kind, label, tags, target, scene, env_version,
      check_path, width, auto_color, line_color, is_hyaline, identity, reason, quota_cost, batch_id, batch_row,
      is_unsorted, created_by_id, created_by_name, created_at, updated_at)
    SELECT code_id, ${form.miniProgramId}::uuid, ${form.campaignId}::uuid, ${form.kind}::"CodeKind", label,
      ${form.tags}::text[], target, scene, ${look.envVersion}::"EnvVersion", ${look.checkPath}::boolean,
      ${look.width}::int, ${look.autoColor}::boolean, ${look.lineColor}::text, ${look.isHyaline}::boolean,
      identity, ${reason}::text, quota_cost, ${batchId}::uuid, row, true, ${ctx.actor.id}::uuid,
      ${ctx.actor.name}::text, ${ctx.now()}, ${ctx.now()}
    FROM batch_draft_rows WHERE draft_id = ${draft.id}::uuid AND verdict = 'new' ORDER BY row`;
}

/** Below this a wrong way to look up a scene costs nobody anything. */
const MANY = 1_000;

/**
 * A table the statistics call nearly empty is looked through from end to end for every code's foreign key, which
 * takes minutes for the first large batch of a desk.
 */
async function tellPlanner({ tx }: TransactionContext): Promise<void> {
  await tx.$executeRaw`ANALYZE scenes (mini_program_id, value)`;
}

/** As with a single code: a scene nobody uses may come to mean something else, one in use may not. */
async function insertScenes(
  ctx: TransactionContext,
  { id: draftId, miniProgramId }: OpenDraft["draft"],
): Promise<void> {
  // In one order everywhere, so that two batches wait for each other instead of locking up.
  const insertedCount = await ctx.tx.$executeRaw`
    INSERT INTO scenes (id, mini_program_id, value, page, payload, created_at)
    SELECT code_id, ${miniProgramId}::uuid, scene, target, payload, ${ctx.now()}
    FROM batch_draft_rows WHERE draft_id = ${draftId}::uuid AND verdict = 'new' ORDER BY scene
    ON CONFLICT (mini_program_id, value) DO NOTHING`;
  if (insertedCount >= MANY) await tellPlanner(ctx);
  const wantedCount = await ctx.tx.batchDraftRow.count({ where: { draftId, verdict: "new" } });
  if (insertedCount === wantedCount) return;
  // Those of others: held until the commit, so that none can come to mean another page meanwhile.
  const others = await ctx.tx.$queryRaw<{ isSamePage: boolean; isUsed: boolean }[]>`
    SELECT scenes.page = draft.target AS "isSamePage",
      EXISTS (SELECT FROM codes WHERE codes.mini_program_id = scenes.mini_program_id
        AND codes.scene = scenes.value AND codes.status <> 'refused') AS "isUsed"
    FROM scenes JOIN batch_draft_rows AS draft ON draft.scene = scenes.value
    WHERE draft.draft_id = ${draftId}::uuid AND draft.verdict = 'new'
      AND scenes.mini_program_id = ${unreadId(miniProgramId)} AND scenes.id <> draft.code_id
    ORDER BY scenes.value FOR UPDATE OF scenes`;
  if (others.some(({ isSamePage, isUsed }) => isUsed && !isSamePage)) throw new OvertakenError();
  if (others.every(({ isSamePage }) => isSamePage)) return;
  const renamed = await ctx.tx.$queryRaw<{ id: string }[]>`
    UPDATE scenes SET page = draft.target, payload = NULL FROM batch_draft_rows AS draft
    WHERE draft.draft_id = ${draftId}::uuid AND draft.verdict = 'new' AND draft.scene = scenes.value
      AND scenes.mini_program_id = ${unreadId(miniProgramId)} AND scenes.page <> draft.target
    RETURNING scenes.id`;
  await forgetChanges(
    ctx,
    renamed.map(({ id }) => id),
  );
}
