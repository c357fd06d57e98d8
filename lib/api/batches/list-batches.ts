import { batchSummary, BatchSummary } from "@/lib/api/batches/batch-view";
import { defineEndpoint } from "@/lib/api/endpoint";
import { Cursor, pageOf, scopesWith, wholeNumber } from "@/lib/api/schema";
import { listBatches } from "@/lib/batches/list-batches";
import { ListBatchesInput } from "@/lib/batches/schema";

export const listBatchesEndpoint = defineEndpoint({
  method: "get",
  path: "/batches",
  operationId: "listBatches",
  tag: "Batches",
  scopes: scopesWith("codes:read"),
  summary: "List batches, newest first",
  description: "Drafts are not among them.",
  query: ListBatchesInput.extend({
    cursor: Cursor.optional(),
    limit: wholeNumber(1, 100).optional(),
  }),
  answer: pageOf(BatchSummary),
  example: { query: { status: "running", limit: "20" } },
  async handle({ ctx, query }) {
    const { rows, next } = await listBatches(ctx, query);
    return { body: { data: rows.map(batchSummary), next } };
  },
});
