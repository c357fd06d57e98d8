import { readBody } from "@/app/api/batches/read-body";
import { previewRepoint } from "@/lib/codes/preview-repoint";
import type { PreviewRepointInput } from "@/lib/codes/repoint-schema";
import { defineRoute } from "@/lib/web/define-route";

/** What re-pointing would do; changes nothing. */
export const POST = defineRoute(async (ctx, request) => {
  const body = await readBody(request);
  return Response.json(await previewRepoint(ctx, body as PreviewRepointInput));
});
