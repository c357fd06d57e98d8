import { listBatchRows } from "@/lib/batches/list-batch-rows";
import { ListBatchRowsInput } from "@/lib/batches/schema";
import { defineRoute } from "@/lib/web/define-route";

/** A page of a batch's rows: `show` narrows, `cursor` goes on. */
export const GET = defineRoute<{ batchId: string }>(async (ctx, request, { batchId }) => {
  const query = new URL(request.url).searchParams;
  const input = ListBatchRowsInput.parse({
    batchId,
    show: query.get("show") ?? undefined,
    cursor: query.get("cursor") ?? undefined,
  });
  return Response.json(await listBatchRows(ctx, input));
});
