import type { Readable } from "node:stream";
import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { findAsset } from "@/lib/packs/pictures/look-asset";
import { AssetOf } from "@/lib/packs/template-schema";
import type { AssetView } from "@/lib/packs/template-schema";
import { packAssetKey } from "@/lib/storage/object-keys";

/** An uploaded logo or background as a stream; throws NotFoundError. */
export async function openAsset(
  ctx: Context,
  input: AssetOf,
): Promise<AssetView & { stream: Readable }> {
  authorize(ctx, "packs:read");
  const asked = AssetOf.safeParse(input);
  const asset = asked.success ? await findAsset(ctx, asked.data.sha256) : null;
  if (!asset) throw new NotFoundError("packAsset");
  return { ...asset, stream: await ctx.runtime.store.open(packAssetKey(asset.sha256)) };
}
