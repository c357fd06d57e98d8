import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";
import { addDays, beijingDay, dayOf } from "@/lib/quota/beijing-day";
import { fillDays } from "@/lib/scans/fill-days";
import { requireScene } from "@/lib/scans/require-scene";
import type { SceneScanSummary, TestedScene } from "@/lib/scans/schema";

const DAYS = 30;

/** How often one scene was scanned: the last 30 days, and since ever; throws NotFoundError. */
export async function getSceneScans(ctx: Context, input: TestedScene): Promise<SceneScanSummary> {
  authorize(ctx, "scans:read");
  const { sceneId } = await requireScene(ctx, input);
  const today = beijingDay(ctx.now());
  const from = addDays(today, 1 - DAYS);
  const { scanDay } = reader(ctx);
  const rows = await scanDay.findMany({
    where: { sceneId, day: { gte: new Date(from), lte: new Date(today) } },
    select: { day: true, scans: true, repeats: true, tests: true },
  });
  const { _sum, _min, _max } = await scanDay.aggregate({
    where: { sceneId },
    _sum: { scans: true, repeats: true, tests: true },
    _min: { firstAt: true },
    _max: { lastAt: true },
  });
  const { scans, repeats, tests } = _sum;
  return {
    days: fillDays(
      rows.map((row) => ({ ...row, day: dayOf(row.day) })),
      from,
      today,
    ),
    total: { scans: scans ?? 0, repeats: repeats ?? 0, tests: tests ?? 0 },
    firstAt: _min.firstAt,
    lastAt: _max.lastAt,
  };
}
