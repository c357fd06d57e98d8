import { Batch } from "@/lib/api/batches/batch-view";
import { steerBatch } from "@/lib/api/batches/steer-batch";
import { defineEndpoint } from "@/lib/api/endpoint";
import { IdParams } from "@/lib/api/schema";
import { resumeBatch } from "@/lib/batches/resume-batch";

export const resumeBatchEndpoint = defineEndpoint({
  method: "post",
  path: "/batches/{id}/resume",
  operationId: "resumeBatch",
  tag: "Batches",
  scopes: ["batches:write"],
  summary: "Let a paused batch go on, beyond its pilot too",
  description:
    "Rows that failed of what it stopped for are tried again. A running batch stays as it is.",
  params: IdParams,
  answer: Batch,
  otherAnswers: { 409: { description: "It is not paused, or too little is left of the 100,000." } },
  once: "atomic",
  example: { params: { id: "pausedBatch" } },
  handle: ({ ctx, params, request }) => steerBatch(ctx, params.id, request, resumeBatch),
});
