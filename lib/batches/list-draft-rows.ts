import { authorize } from "@/lib/access/authorize";
import { ListDraftRowsInput } from "@/lib/batches/draft-schema";
import type { DraftRow, DraftRowPage, RowProblem } from "@/lib/batches/draft-schema";
import { requireDraft } from "@/lib/batches/require-draft";
import type { CodeStatus } from "@/lib/codes/schema";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";

const VERDICTS = {
  all: ["new", "repeat", "bad", "taken"],
  bad: ["bad", "taken"],
  repeats: ["repeat"],
};

interface FoundRow {
  row: number;
  cells: string[];
  verdict: "new" | "repeat" | "bad" | "taken";
  problems: RowProblem[] | null;
  ofRow: number | null;
  ofCodeId: string | null;
  ofLabel: string | null;
  ofStatus: CodeStatus | null;
}

/** A page of a checked sheet, row by row. Throws NotFoundError and `conflict` (draftStale). */
export async function listDraftRows(
  ctx: Context,
  input: ListDraftRowsInput,
): Promise<DraftRowPage> {
  authorize(ctx, "codes:mint");
  const { draftId, show, after, limit } = ListDraftRowsInput.parse(input);
  const { sheet } = await requireDraft(ctx, draftId);
  const found = await reader(ctx).$queryRaw<FoundRow[]>`
    SELECT draft.row, cells, verdict, problems, of_row AS "ofRow", of_code_id AS "ofCodeId",
      codes.label AS "ofLabel", codes.status::text AS "ofStatus"
    FROM batch_draft_rows AS draft
      JOIN sheet_rows ON sheet_rows.sheet_id = ${sheet.id}::uuid AND sheet_rows.row = draft.row
      LEFT JOIN codes ON codes.id = draft.of_code_id
    WHERE draft_id = ${draftId}::uuid AND draft.row > ${after} AND verdict = ANY(${VERDICTS[show]}::text[])
    ORDER BY draft.row LIMIT ${limit + 1}`;
  const rows = found.slice(0, limit).map(tell);
  return { rows, next: found.length > limit ? (rows.at(-1)?.row ?? null) : null };
}

function tell({ row, cells, verdict, problems, ...of }: FoundRow): DraftRow {
  return {
    row,
    cells,
    verdict: verdict === "taken" ? "bad" : verdict,
    problems: problems ?? [],
    repeatOf: verdict === "repeat" ? repeatOf(of) : null,
  };
}

function repeatOf({
  ofRow,
  ofCodeId,
  ofLabel,
  ofStatus,
}: Pick<FoundRow, "ofRow" | "ofCodeId" | "ofLabel" | "ofStatus">): DraftRow["repeatOf"] {
  if (ofRow !== null) return { row: ofRow };
  // Gone since: the next check tells anew.
  if (ofCodeId === null || ofStatus === null) return null;
  return { codeId: ofCodeId, label: ofLabel ?? "", status: ofStatus };
}
