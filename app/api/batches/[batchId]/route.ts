import { getBatch } from "@/lib/batches/get-batch";
import { defineRoute } from "@/lib/web/define-route";

/** For a screen that watches a batch. */
export const GET = defineRoute<{ batchId: string }>(async (ctx, _request, { batchId }) =>
  Response.json(await getBatch(ctx, { batchId })),
);
