import type { z } from "zod";
import { batchView } from "@/lib/api/batches/batch-view";
import type { Batch } from "@/lib/api/batches/batch-view";
import { readLocale } from "@/lib/api/batches/read-locale";
import { refuseDraft } from "@/lib/api/batches/refuse-draft";
import { getBatch } from "@/lib/batches/get-batch";
import type { BatchOf } from "@/lib/batches/schema";
import type { Context } from "@/lib/core/context";

/** Does something to a batch and answers it as it is then. */
export async function steerBatch(
  ctx: Context,
  batchId: string,
  request: Request,
  verb: (ctx: Context, input: BatchOf) => Promise<unknown>,
): Promise<{ body: z.input<typeof Batch> }> {
  await refuseDraft(ctx, batchId, () => verb(ctx, { batchId }));
  return { body: batchView(await getBatch(ctx, { batchId }), readLocale(request)) };
}
