import { previewRepoint } from "@/lib/codes/preview-repoint";
import type { PreviewRepointInput } from "@/lib/codes/repoint-schema";
import { InvalidInputError } from "@/lib/core/errors";
import { defineRoute } from "@/lib/web/define-route";

/** What re-pointing would do; changes nothing. */
export const POST = defineRoute(async (ctx, request) => {
  const body: unknown = await request.json().catch(() => {
    throw new InvalidInputError("inputInvalid");
  });
  return Response.json(await previewRepoint(ctx, body as PreviewRepointInput));
});
