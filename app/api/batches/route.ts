import { readBody } from "@/app/api/batches/read-body";
import { authorize } from "@/lib/access/authorize";
import { planBatch } from "@/lib/batches/plan-batch";
import type { PlanBatchInput } from "@/lib/batches/schema";
import { defineRoute } from "@/lib/web/define-route";

/** Makes a batch. A route and not an action, for its rows are longer than an action's body may be. */
export const POST = defineRoute(async (ctx, request) => {
  // Before the body is read, so that nobody without the right can send megabytes.
  authorize(ctx, "codes:mint");
  const input = await readBody(request);
  return Response.json(await planBatch(ctx, input as PlanBatchInput));
});
