import { authorize } from "@/lib/access/authorize";
import { DraftOf } from "@/lib/batches/draft-schema";
import type { BatchCheck, DraftRow } from "@/lib/batches/draft-schema";
import { listDraftRows } from "@/lib/batches/list-draft-rows";
import { requireDraft } from "@/lib/batches/require-draft";
import type { ParsedRowsInput } from "@/lib/batches/schema";
import { tellCheck } from "@/lib/batches/tell-check";
import type { Context } from "@/lib/core/context";
import { SHEET_KEPT_DAYS } from "@/lib/sheets/schema";

const DAY_MS = 24 * 60 * 60 * 1000;
const BAD_ROWS_SHOWN = 20;

/** A checked sheet that may become a batch. */
export interface DraftDetail {
  check: BatchCheck;
  form: ParsedRowsInput;
  columns: string[];
  /** The first ones. */
  badRows: DraftRow[];
  createdAt: Date;
  expiresAt: Date;
}

/** A draft of the asker's own with what planning it would do now. Throws NotFoundError and `conflict` (draftStale). */
export async function getDraft(ctx: Context, input: DraftOf): Promise<DraftDetail> {
  authorize(ctx, "codes:mint");
  const { draftId } = DraftOf.parse(input);
  const open = await requireDraft(ctx, draftId);
  const { columns, createdAt } = open.sheet;
  const bad = await listDraftRows(ctx, { draftId, show: "bad", limit: BAD_ROWS_SHOWN });
  return {
    check: await tellCheck(ctx, open),
    form: open.form,
    columns,
    badRows: bad.rows,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + SHEET_KEPT_DAYS * DAY_MS),
  };
}
