import { readBody } from "@/app/api/batches/read-body";
import { authorize } from "@/lib/access/authorize";
import { previewPack } from "@/lib/packs/preview-pack";
import type { PreviewPackInput } from "@/lib/packs/schema";
import { defineRoute } from "@/lib/web/define-route";

/** What a pack of these codes would be; changes nothing. */
export const POST = defineRoute(async (ctx, request) => {
  authorize(ctx, "packs:read");
  const input = await readBody(request);
  return Response.json(await previewPack(ctx, input as PreviewPackInput));
});
