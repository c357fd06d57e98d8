import { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import { toBatchRows, WITH_NAMES } from "@/lib/batches/batch-rows";
import { ListBatchesInput } from "@/lib/batches/schema";
import type { BatchRow } from "@/lib/batches/progress-schema";
import type { Context } from "@/lib/core/context";
import { decodeCursor, encodeCursor } from "@/lib/core/cursor";
import type { Page } from "@/lib/core/cursor";
import { reader } from "@/lib/db/transaction";

const Position = z.tuple([z.iso.datetime(), z.guid()]);

/** Batches, newest first. Throws InvalidInputError for a cursor that no earlier page gave. */
export async function listBatches(ctx: Context, input: ListBatchesInput): Promise<Page<BatchRow>> {
  authorize(ctx, "codes:read");
  const { miniProgramId, campaignId, status, cursor, limit } = ListBatchesInput.parse(input);
  const position = cursor === undefined ? null : decodeCursor(cursor, Position);
  const batches = await reader(ctx).batch.findMany({
    where: { miniProgramId, campaignId, status, ...(position && { AND: after(position) }) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    include: WITH_NAMES,
  });
  const page = batches.slice(0, limit);
  const last = page.at(-1);
  const next =
    last && batches.length > limit ? encodeCursor([last.createdAt.toISOString(), last.id]) : null;
  return { rows: await toBatchRows(ctx, page), next };
}

/** The redundant bound on the time keeps the walk inside its index. */
function after([createdAt, id]: z.infer<typeof Position>) {
  return [
    { createdAt: { lte: createdAt } },
    { OR: [{ createdAt: { lt: createdAt } }, { id: { lt: id } }] },
  ];
}
