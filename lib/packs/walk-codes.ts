import { listPackedCodes } from "@/lib/packs/list-packed-codes";
import { requireCurrent } from "@/lib/packs/pack-run";
import type { PackRun } from "@/lib/packs/pack-run";
import type { PackedCode } from "@/lib/packs/packed-code";

/** The codes of a pack in pages, as long as the run is still its own. */
export async function* walkCodes(
  { ctx, pack, signal }: PackRun,
  pageSize: number,
): AsyncGenerator<PackedCode[], void, void> {
  let after = 0;
  for (;;) {
    requireCurrent({ signal });
    const page = await listPackedCodes(ctx.runtime.db, pack.id, { after, limit: pageSize });
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last.position;
  }
}
