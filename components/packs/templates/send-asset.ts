import { answerOf } from "@/components/batches/new/post-json";
import { ASSET_MAX_BYTES } from "@/lib/packs/template-schema";
import type { AssetView } from "@/lib/packs/template-schema";
import type { ActionResult } from "@/lib/web/define-action";

const refused = (reason: string): ActionResult<AssetView> => ({
  ok: false,
  error: { code: "invalid_input", reason, values: {}, requestId: "" },
});

/** Uploads a logo or a background as it is; one that is too large is not sent at all. */
export async function sendAsset(file: File): Promise<ActionResult<AssetView>> {
  if (file.size > ASSET_MAX_BYTES) return refused("assetLarge");
  try {
    const response = await fetch("/api/packs/assets", {
      method: "POST",
      headers: { "Content-Type": "application/octet-stream" },
      body: file,
    });
    return await answerOf<AssetView>(response);
  } catch {
    return refused("unreachable");
  }
}
