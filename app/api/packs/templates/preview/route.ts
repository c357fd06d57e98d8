import { readBody } from "@/app/api/batches/read-body";
import { authorize } from "@/lib/access/authorize";
import { previewDrawing } from "@/lib/packs/preview-drawing";
import type { PreviewDrawingInput } from "@/lib/packs/template-schema";
import { defineRoute } from "@/lib/web/define-route";

/** How a look comes out that is being worked on, as a PNG. */
export const POST = defineRoute(async (ctx, request) => {
  authorize(ctx, "packs:read");
  const input = await readBody(request);
  const picture = await previewDrawing(ctx, input as PreviewDrawingInput);
  return new Response(new Uint8Array(picture), { headers: { "Content-Type": "image/png" } });
});
