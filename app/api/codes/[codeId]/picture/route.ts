import { openPicture } from "@/lib/codes/open-picture";
import { defineRoute } from "@/lib/web/define-route";
import { pictureResponse } from "@/lib/web/picture-response";

/** `?download` names the file for the browser; `?thumbnail` gives the small one. */
export const GET = defineRoute<{ codeId: string }>(async (ctx, request, { codeId }) => {
  const query = new URL(request.url).searchParams;
  const picture = await openPicture(ctx, {
    codeId,
    size: query.has("thumbnail") ? "thumbnail" : "full",
  });
  return pictureResponse(picture, request, { isDownload: query.has("download") });
});
