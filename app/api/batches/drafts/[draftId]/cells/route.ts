import { readBody } from "@/app/api/batches/read-body";
import { authorize } from "@/lib/access/authorize";
import type { MendCellInput } from "@/lib/batches/draft-schema";
import { mendCell } from "@/lib/batches/mend-cell";
import { defineRoute } from "@/lib/web/define-route";

/** Puts one cell right and tells what the batch would be now. */
export const POST = defineRoute<{ draftId: string }>(async (ctx, request, { draftId }) => {
  authorize(ctx, "codes:mint");
  const body = (await readBody(request)) as object;
  return Response.json(await mendCell(ctx, { ...body, draftId } as MendCellInput));
});
