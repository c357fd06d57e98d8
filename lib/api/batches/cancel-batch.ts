import { Batch } from "@/lib/api/batches/batch-view";
import { steerBatch } from "@/lib/api/batches/steer-batch";
import { defineEndpoint } from "@/lib/api/endpoint";
import { IdParams } from "@/lib/api/schema";
import { cancelBatch } from "@/lib/batches/cancel-batch";

export const cancelBatchEndpoint = defineEndpoint({
  method: "post",
  path: "/batches/{id}/cancel",
  operationId: "cancelBatch",
  tag: "Batches",
  scopes: ["batches:write"],
  summary: "End a batch early",
  description:
    "What is minted stays; what waits is refused and what was reserved for it goes back. A cancelled batch stays as it is.",
  params: IdParams,
  answer: Batch,
  otherAnswers: { 409: { description: "It is done." } },
  once: "atomic",
  example: { params: { id: "runningBatch" } },
  handle: ({ ctx, params, request }) => steerBatch(ctx, params.id, request, cancelBatch),
});
