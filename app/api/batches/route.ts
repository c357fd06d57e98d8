import { readBody } from "@/app/api/batches/read-body";
import { authorize } from "@/lib/access/authorize";
import { planBatch } from "@/lib/batches/plan-batch";
import type { PlanBatchInput } from "@/lib/batches/schema";
import { defineRoute } from "@/lib/web/define-route";

/** Makes a batch of a checked sheet. */
export const POST = defineRoute(async (ctx, request) => {
  authorize(ctx, "codes:mint");
  const input = await readBody(request);
  return Response.json(await planBatch(ctx, input as PlanBatchInput));
});
