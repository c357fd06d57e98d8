import { authorize } from "@/lib/access/authorize";
import { ExportDraftRowsInput } from "@/lib/batches/draft-schema";
import type { DraftRow, RowProblem } from "@/lib/batches/draft-schema";
import { listDraftRows } from "@/lib/batches/list-draft-rows";
import { requireDraft } from "@/lib/batches/require-draft";
import type { Context } from "@/lib/core/context";
import { tableFile } from "@/lib/core/table-file";

const PAGE_ROWS = 200;

/** The words of the file, in the language of the person who asks for it. */
export interface BadRowsWords {
  /** Header of the column that says what to mend. */
  reason: string;
  /** The sentence of errors.json for what stands against a row. */
  problem: (problem: RowProblem) => string;
}

/**
 * The bad rows of a checked sheet as they came, each with its reasons behind it, to be mended and brought
 * again. Read as the reader asks for it. Throws NotFoundError and `conflict` (draftStale).
 */
export async function exportBadRows(
  ctx: Context,
  input: ExportDraftRowsInput,
  words: BadRowsWords,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  authorize(ctx, "codes:mint");
  const { draftId, format } = ExportDraftRowsInput.parse(input);
  const { columns } = (await requireDraft(ctx, draftId)).sheet;
  return tableFile<DraftRow>(
    {
      header: [...columns, words.reason],
      readPage: async (cursor) => {
        const after = Number(cursor ?? 0);
        const page = await listDraftRows(ctx, { draftId, show: "bad", after, limit: PAGE_ROWS });
        return { rows: page.rows, next: page.next?.toString() };
      },
      toCells: ({ cells, problems }) => [
        ...columns.map((_, place) => cells[place] ?? ""),
        problems.map(words.problem).join(" "),
      ],
    },
    format,
  );
}
