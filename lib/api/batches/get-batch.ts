import { z } from "zod";
import { Batch, batchView } from "@/lib/api/batches/batch-view";
import { BatchDraft } from "@/lib/api/batches/draft-view";
import { readLocale } from "@/lib/api/batches/read-locale";
import { tellDraft } from "@/lib/api/batches/tell-draft";
import { defineEndpoint } from "@/lib/api/endpoint";
import { IdParams, scopesWith } from "@/lib/api/schema";
import { getBatch } from "@/lib/batches/get-batch";
import type { Context } from "@/lib/core/context";
import { ForbiddenError, NotFoundError } from "@/lib/core/errors";

export const getBatchEndpoint = defineEndpoint({
  method: "get",
  path: "/batches/{id}",
  operationId: "getBatch",
  tag: "Batches",
  scopes: scopesWith("codes:read"),
  summary: "Read a batch or its draft",
  description:
    "Counts, progress, why it waits, and failures by cause. A draft is told only to its maker, by a key that may mint.",
  params: IdParams,
  answer: z.union([BatchDraft, Batch]),
  example: { params: { id: "batch" } },
  async handle({ ctx, params: { id: batchId }, request }) {
    try {
      return { body: batchView(await getBatch(ctx, { batchId }), readLocale(request)) };
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
      return { body: await findDraft(ctx, batchId, request) };
    }
  },
});

/** Who may not have drafts is not told whether there is one. */
async function findDraft(ctx: Context, draftId: string, request: Request) {
  try {
    return await tellDraft(ctx, draftId, request);
  } catch (error) {
    throw error instanceof ForbiddenError ? new NotFoundError("batch") : error;
  }
}
