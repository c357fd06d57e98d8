import { Readable } from "node:stream";
import { openAsset } from "@/lib/packs/open-asset";
import { defineRoute } from "@/lib/web/define-route";

/** An uploaded logo or background, for the eyes of who may see packs. */
export const GET = defineRoute<{ sha256: string }>(async (ctx, _request, { sha256 }) => {
  const { stream, mediaType, byteSize } = await openAsset(ctx, { sha256 });
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      "Content-Type": mediaType,
      "Content-Length": String(byteSize),
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      // Its address is made of its bytes, so it never changes.
      "Cache-Control": "private, max-age=86400, immutable",
    },
  });
});
