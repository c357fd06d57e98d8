import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { InvalidInputError } from "@/lib/core/errors";
import { reader } from "@/lib/db/transaction";
import { cleanAsset } from "@/lib/packs/pictures/clean-asset";
import { ASSET_MAX_BYTES } from "@/lib/packs/template-schema";
import type { AssetView } from "@/lib/packs/template-schema";
import { packAssetKey } from "@/lib/storage/object-keys";

/**
 * Keeps an uploaded logo or background, written anew; the same picture is kept once. Nothing is logged: it is only
 * seen through a look, and saving that is. Throws InvalidInputError for what is too large or no picture.
 */
export async function addAsset(ctx: Context, input: { bytes: Buffer }): Promise<AssetView> {
  authorize(ctx, "packs:write");
  if (input.bytes.length > ASSET_MAX_BYTES) throw new InvalidInputError("assetLarge");
  const { bytes, ...asset } = await cleanAsset(input.bytes);
  await ctx.runtime.store.put(packAssetKey(asset.sha256), bytes);
  await reader(ctx).packAsset.createMany({
    data: [{ ...asset, createdAt: ctx.now() }],
    skipDuplicates: true,
  });
  return asset;
}
