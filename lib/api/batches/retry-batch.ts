import { Batch } from "@/lib/api/batches/batch-view";
import { steerBatch } from "@/lib/api/batches/steer-batch";
import { defineEndpoint } from "@/lib/api/endpoint";
import { IdParams } from "@/lib/api/schema";
import { retryFailedCodes } from "@/lib/batches/retry-failed-codes";

export const retryBatchEndpoint = defineEndpoint({
  method: "post",
  path: "/batches/{id}/retry",
  operationId: "retryBatch",
  tag: "Batches",
  scopes: ["batches:write"],
  summary: "Try failed rows again",
  description:
    "Those for which it can help; the others need other parameters. With nothing to try, the batch stays as it is.",
  params: IdParams,
  answer: Batch,
  otherAnswers: {
    409: {
      description:
        "It was cancelled or waits for a second person, or too little is left of the 100,000.",
    },
  },
  once: "atomic",
  example: { params: { id: "batch" } },
  handle: ({ ctx, params, request }) => steerBatch(ctx, params.id, request, retryFailedCodes),
});
