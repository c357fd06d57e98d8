import { leftOutTotal } from "@/components/packs/words/left-out-parts";
import type { PackPreview } from "@/lib/packs/pack-view";

/** `none`: no code was chosen at all; `nothing`: all that were are left out. */
export type WhyNot = "none" | "nothing" | "tooMany";

/** Why these codes cannot become a pack, as far as a preview knows. */
export function whyNot(
  preview: Pick<PackPreview, "codeCount" | "leftOut" | "isTooMany"> | null,
): WhyNot | null {
  if (!preview) return null;
  if (preview.isTooMany) return "tooMany";
  if (preview.codeCount > 0) return null;
  return leftOutTotal(preview.leftOut) > 0 ? "nothing" : "none";
}
