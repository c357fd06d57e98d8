import type { ExaminedRows } from "@/lib/batches/examine-rows";
import { chunksOf, CHUNK_ROWS } from "@/lib/batches/match-rows";
import type { TransactionContext } from "@/lib/db/transaction";

/** Longer labels are too long to be minted; this much of one is enough to know it by. */
const LABEL_KEPT = 200;

/** Keeps the rows that were left out, so that the result files tell of every one. */
export async function insertSkips(
  ctx: TransactionContext,
  batchId: string,
  { repeats, bad }: Pick<ExaminedRows, "repeats" | "bad">,
): Promise<void> {
  const skips = [
    ...bad.map(({ row, label, problems }) => ({ row, label, why: "bad", problems })),
    ...repeats.map(({ row, label, of }) =>
      "row" in of
        ? { row, label, why: "repeat", ofRow: of.row }
        : { row, label, why: "repeat", codeId: of.codeId },
    ),
  ];
  for (const chunk of chunksOf(skips, CHUNK_ROWS)) {
    const json = JSON.stringify(
      chunk.map((skip) => ({ ...skip, label: skip.label.slice(0, LABEL_KEPT).toWellFormed() })),
    );
    await ctx.tx.$executeRaw`
      INSERT INTO batch_skips (batch_id, row, label, why, problems, code_id, of_row)
      SELECT ${batchId}::uuid, row, label, why, problems, "codeId", "ofRow"
      FROM jsonb_to_recordset(${json}::jsonb) AS skip (
        row int, label text, why text, problems jsonb, "codeId" uuid, "ofRow" int)`;
  }
}
