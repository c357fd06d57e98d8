import { authorize } from "@/lib/access/authorize";
import { InvalidInputError } from "@/lib/core/errors";
import { addAsset } from "@/lib/packs/add-asset";
import { ASSET_MAX_BYTES } from "@/lib/packs/template-schema";
import { defineRoute } from "@/lib/web/define-route";
import { readBoundedBytes } from "@/lib/web/read-bounded-bytes";

/** Keeps a logo or a background: the body is the file itself. */
export const POST = defineRoute(async (ctx, request) => {
  // Before the body is read, so that nobody without the right can send megabytes.
  authorize(ctx, "packs:write");
  const bytes = await readBoundedBytes(request, ASSET_MAX_BYTES);
  if (!bytes) throw new InvalidInputError("assetLarge");
  return Response.json(await addAsset(ctx, { bytes }));
});
