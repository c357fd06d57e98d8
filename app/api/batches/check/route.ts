import { readBody } from "@/app/api/batches/read-body";
import { authorize } from "@/lib/access/authorize";
import { checkRows } from "@/lib/batches/check-rows";
import type { CheckRowsInput } from "@/lib/batches/schema";
import { defineRoute } from "@/lib/web/define-route";

/** What planning these rows would do and cost; changes nothing. */
export const POST = defineRoute(async (ctx, request) => {
  authorize(ctx, "codes:mint");
  const input = await readBody(request);
  return Response.json(await checkRows(ctx, input as CheckRowsInput));
});
