import { Batch } from "@/lib/api/batches/batch-view";
import { steerBatch } from "@/lib/api/batches/steer-batch";
import { defineEndpoint } from "@/lib/api/endpoint";
import { IdParams } from "@/lib/api/schema";
import { pauseBatch } from "@/lib/batches/pause-batch";

export const pauseBatchEndpoint = defineEndpoint({
  method: "post",
  path: "/batches/{id}/pause",
  operationId: "pauseBatch",
  tag: "Batches",
  scopes: ["batches:write"],
  summary: "Pause a batch",
  description: "What is under way ends. A paused batch stays as it is.",
  params: IdParams,
  answer: Batch,
  otherAnswers: { 409: { description: "It does not run." } },
  once: "atomic",
  example: { params: { id: "runningBatch" } },
  handle: ({ ctx, params, request }) => steerBatch(ctx, params.id, request, pauseBatch),
});
