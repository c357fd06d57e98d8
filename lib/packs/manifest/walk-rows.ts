import { requireCurrent } from "@/lib/packs/pack-run";
import type { PackRun } from "@/lib/packs/pack-run";

export const PAGE_ROWS = 1_000;

/** What a pack has for each of its codes in pages, so that memory does not grow with the pack. */
export async function* walkRows<Row>(
  run: PackRun,
  listPage: (page: { after: number; limit: number }) => Promise<Row[]>,
): AsyncGenerator<Row[], void, void> {
  for (let after = 0; after < run.pack.codeCount; after += PAGE_ROWS) {
    requireCurrent(run);
    yield await listPage({ after, limit: PAGE_ROWS });
  }
}
