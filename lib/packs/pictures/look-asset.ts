import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { reader } from "@/lib/db/transaction";
import type { AssetView } from "@/lib/packs/template-schema";
import { packAssetKey } from "@/lib/storage/object-keys";

/** A logo or a background with its bytes. */
export interface LookAsset extends AssetView {
  bytes: Buffer;
}

/** What is known of an uploaded picture; null when nobody has uploaded it. */
export async function findAsset(ctx: Context, sha256: string): Promise<AssetView | null> {
  return reader(ctx).packAsset.findUnique({ where: { sha256 }, omit: { createdAt: true } });
}

/** An uploaded picture with its bytes; throws DomainError `lookAssetGone`. */
export async function readAsset(ctx: Context, sha256: string): Promise<LookAsset> {
  const asset = await findAsset(ctx, sha256);
  if (!asset) throw new DomainError("not_found", "lookAssetGone");
  return { ...asset, bytes: await ctx.runtime.store.read(packAssetKey(sha256)) };
}
