import { previewDrawing } from "@/lib/packs/preview-drawing";
import { defineRoute } from "@/lib/web/define-route";

const PIXELS = { small: 320, large: 800 };

/** A saved look with a code on it (`?codeId=`, else the newest); `?v=` its version, so that it may be kept. */
export const GET = defineRoute<{ templateId: string }>(async (ctx, request, { templateId }) => {
  const asked = new URL(request.url).searchParams;
  const picture = await previewDrawing(ctx, {
    look: { templateId },
    codeId: asked.get("codeId"),
    pixelWidth: PIXELS[asked.get("size") === "large" ? "large" : "small"],
  });
  return new Response(new Uint8Array(picture), {
    headers: { "Content-Type": "image/png", "Cache-Control": "private, max-age=300" },
  });
});
