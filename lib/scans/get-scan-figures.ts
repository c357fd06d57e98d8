import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { reader } from "@/lib/db/transaction";
import { addDays } from "@/lib/quota/beijing-day";
import { fillDays, sumOfDays } from "@/lib/scans/fill-days";
import { breakdownSql, totalsSql } from "@/lib/scans/scan-figures-sql";
import type { BreakdownOf } from "@/lib/scans/scan-figures-sql";
import { ScanSpan } from "@/lib/scans/schema";
import type { ScanBreakdown, ScanDayRow, ScanFigures } from "@/lib/scans/schema";

const DAY_MS = 86_400_000;

interface DatedDay extends ScanDayRow {
  /** A moment, as text where it comes out of JSON. */
  firstAt: Date | string | null;
  lastAt: Date | string | null;
}

interface Breakdown extends ScanBreakdown {
  isCapped: boolean;
  days: DatedDay[];
}

/**
 * The scans of a mini program between two days in Beijing, beside those of as many days before; of one campaign or
 * one scene when narrowed. Throws NotFoundError for what does not exist.
 */
export async function getScanFigures(ctx: Context, input: ScanSpan): Promise<ScanFigures> {
  authorize(ctx, "scans:read");
  const { from, to, miniProgramId, campaignId, sceneId } = ScanSpan.parse(input);
  await requireSubjects(ctx, { miniProgramId, campaignId, sceneId });
  const span = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  const before = addDays(from, -span);
  const of: BreakdownOf = { miniProgramId, before, from, to, campaignId, sceneId };
  const [found] = await reader(ctx).$queryRaw<Breakdown[]>(breakdownSql(of));
  if (!found) throw new Error("The figures gave no answer.");
  const { isCapped, days, ...breakdown } = found;
  const isWhole = campaignId === undefined && sceneId === undefined;
  const rows = isWhole ? await reader(ctx).$queryRaw<DatedDay[]>(totalsSql(of)) : days;
  const inSpan = rows.filter(({ day }) => day >= from);
  const counted = fillDays(inSpan.map(withoutMoments), from, to);
  const countedBefore = fillDays(rows.map(withoutMoments), before, addDays(from, -1));
  return {
    from,
    to,
    days: counted,
    daysBefore: countedBefore,
    total: sumOfDays(counted),
    totalBefore: sumOfDays(countedBefore),
    firstAt: momentsOf(inSpan, "firstAt")[0] ?? null,
    lastAt: momentsOf(inSpan, "lastAt").at(-1) ?? null,
    breakdown: isCapped ? null : breakdown,
  };
}

function withoutMoments({ day, scans, repeats, tests }: DatedDay): ScanDayRow {
  return { day, scans, repeats, tests };
}

/** In their order. */
function momentsOf(rows: readonly DatedDay[], which: "firstAt" | "lastAt"): Date[] {
  return rows
    .flatMap((row) => (row[which] === null ? [] : [new Date(row[which])]))
    .toSorted((one, other) => one.getTime() - other.getTime());
}

async function requireSubjects(
  ctx: Context,
  {
    miniProgramId,
    campaignId,
    sceneId,
  }: Pick<ScanSpan, "miniProgramId" | "campaignId" | "sceneId">,
): Promise<void> {
  const { miniProgram, campaign, scene } = reader(ctx);
  if (!(await miniProgram.count({ where: { id: miniProgramId } }))) {
    throw new NotFoundError("miniProgram");
  }
  if (
    campaignId &&
    campaignId !== "none" &&
    !(await campaign.count({ where: { id: campaignId } }))
  ) {
    throw new NotFoundError("campaign");
  }
  if (sceneId && !(await scene.count({ where: { id: sceneId, miniProgramId } }))) {
    throw new NotFoundError("scene");
  }
}
