import { DomainError } from "@/lib/core/errors";
import { addPictures } from "@/lib/packs/add-pictures";
import { addPapers } from "@/lib/packs/manifest/add-papers";
import { PAPER_NAMES } from "@/lib/packs/manifest/paper-names";
import { UniquePaths } from "@/lib/packs/naming/unique-paths";
import type { MadePack, PackRun } from "@/lib/packs/pack-run";
import { ZipLayout } from "@/lib/packs/zip/zip-layout";

/** Makes a pack that is a ZIP: the pictures first, then the papers that speak of them. */
export async function makeZip(run: PackRun): Promise<MadePack> {
  const layout = new ZipLayout();
  const { fileCount, problemCount } = await addPictures(run, layout, new UniquePaths(PAPER_NAMES));
  if (fileCount === 0) throw new DomainError("conflict", "packAllMissing");
  const sha256 = await addPapers(run, layout, { fileCount, problemCount });
  return { ...layout.finish(), sha256 };
}
