import { Readable } from "node:stream";
import { openPicture } from "@/lib/codes/open-picture";
import { attachment } from "@/lib/core/content-disposition";
import { defineRoute } from "@/lib/web/define-route";

/** `?download` names the file for the browser; `?thumbnail` gives the small one. */
export const GET = defineRoute<{ codeId: string }>(async (ctx, request, { codeId }) => {
  const query = new URL(request.url).searchParams;
  const picture = await openPicture(ctx, {
    codeId,
    size: query.has("thumbnail") ? "thumbnail" : "full",
  });
  const headers = new Headers({
    "Content-Type": picture.mediaType,
    "Content-Length": String(picture.byteSize),
    ETag: picture.etag,
    // Pictures never change under their code, but a person may lose the right to see them.
    "Cache-Control": "private, max-age=300",
  });
  if (request.headers.get("if-none-match") === picture.etag) {
    picture.stream.destroy();
    headers.delete("Content-Length");
    return new Response(null, { status: 304, headers });
  }
  if (query.has("download")) headers.set("Content-Disposition", attachment(picture.fileName));
  return new Response(Readable.toWeb(picture.stream) as ReadableStream, { headers });
});
