import { v7 as uuidv7 } from "uuid";
import type { ComposedRow } from "@/lib/batches/compose-rows";
import { codeIdentity, codeParameters, isLimited } from "@/lib/codes/code-parameters";
import type { TransactionContext } from "@/lib/db/transaction";
import { generateScene } from "@/lib/scenes/generate-scene";

/** Longer labels are too long to be minted; this much of one is enough to know it by. */
const LABEL_KEPT = 200;

/**
 * Writes what became of a chunk of rows, as new or bad; whether they are there already is found by
 * `matchDraft`. A row that is there is written anew.
 */
export async function insertDraftRows(
  ctx: TransactionContext,
  draftId: string,
  rows: readonly { row: number; composed: ComposedRow }[],
): Promise<void> {
  const json = JSON.stringify(rows.map(({ row, composed }) => ({ row, ...columnsOf(composed) })));
  await ctx.tx.$executeRaw`
    INSERT INTO batch_draft_rows (draft_id, row, verdict, label, code_id, target, scene, payload, identity,
      same_as, quota_cost, problems)
    SELECT ${draftId}::uuid, row, verdict, label, "codeId", target, scene, payload, identity,
      CASE WHEN payload IS NULL THEN identity ELSE md5(target || E'\n' || payload::text) END,
      "quotaCost", problems
    FROM jsonb_to_recordset(${json}::jsonb) AS given (row int, verdict text, label text, "codeId" uuid,
      target text, scene text, payload jsonb, identity char(64), "quotaCost" smallint, problems jsonb)
    ON CONFLICT (draft_id, row) DO UPDATE SET verdict = excluded.verdict, label = excluded.label,
      target = excluded.target, scene = excluded.scene, payload = excluded.payload,
      identity = excluded.identity, same_as = excluded.same_as, quota_cost = excluded.quota_cost,
      problems = excluded.problems, of_code_id = NULL, of_row = NULL`;
}

function columnsOf(composed: ComposedRow) {
  const codeId = uuidv7();
  if (!composed.ok) {
    const label = composed.label.slice(0, LABEL_KEPT).toWellFormed();
    const { problems } = composed;
    return { verdict: "bad", label, codeId, target: "", identity: "", quotaCost: 0, problems };
  }
  const { mint } = composed;
  const carries = mint.kind === "WXACODE_UNLIMITED" ? mint.carries : null;
  const payload = carries?.as === "payload" ? carries.payload : undefined;
  const scene = carries?.as === "scene" ? carries.scene : carries && generateScene();
  const parameters = codeParameters(mint, scene);
  return {
    verdict: "new",
    label: mint.label,
    codeId,
    target: parameters.target,
    scene,
    payload,
    identity: codeIdentity(parameters),
    quotaCost: isLimited(mint.kind) ? 1 : 0,
  };
}
