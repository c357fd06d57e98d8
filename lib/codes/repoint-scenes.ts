import { authorize } from "@/lib/access/authorize";
import type { AuditChanges } from "@/lib/audit/actions";
import { appendEntry } from "@/lib/audit/append-entry";
import { RepointScenesInput } from "@/lib/codes/repoint-schema";
import type { ParsedRepoint, RepointResult } from "@/lib/codes/repoint-schema";
import { carriedScenesSql, foundScenesSql } from "@/lib/codes/repoint-sql";
import { requireFew } from "@/lib/codes/require-few";
import type { Context } from "@/lib/core/context";
import { ConflictError, NotFoundError } from "@/lib/core/errors";
import { databaseNow } from "@/lib/db/database-now";
import { Prisma } from "@/lib/db/generated/client";
import { withLongTransaction } from "@/lib/db/transaction";
import type { TransactionContext } from "@/lib/db/transaction";
import { momentOf } from "@/lib/scenes/moment-of";

const CHOSEN = Prisma.sql`SELECT id FROM chosen_scenes`;

/**
 * Gives all scenes a filter finds a new version, in one transaction and inside the database; what would not fit,
 * is retired or means that already is left out. Throws NotFoundError for a mini program nobody knows,
 * InvalidInputError for a moment that is over or too many scenes, and ConflictError `repointChanged` when it is
 * not as many as the preview said any more.
 */
export async function repointScenes(
  ctx: Context,
  input: RepointScenesInput,
): Promise<RepointResult> {
  authorize(ctx, "scenes:write");
  const { expectedCount, ...wanted } = RepointScenesInput.parse(input);
  const { filter, change } = wanted;
  return withLongTransaction(ctx, async (tctx) => {
    const miniProgram = await tctx.tx.miniProgram.findUnique({
      where: { id: filter.miniProgramId },
    });
    if (!miniProgram) throw new NotFoundError("miniProgram");
    const leftOutCount = await choose(tctx, wanted, expectedCount);
    await holdChosen(tctx);
    // Later than everything that was saved before the locks were had, and so in force after it.
    const moment = momentOf(change.at, await databaseNow(tctx.tx));
    const sceneCount = await insertVersions(tctx, wanted, moment);
    requireExpected(sceneCount, expectedCount);
    await appendEntry(tctx, {
      action: "scenes.repointed",
      target: (await campaignOf(tctx, filter)) ?? {
        kind: "mini_program",
        id: miniProgram.id,
        label: miniProgram.name,
      },
      changes: changesOf(change, await pageBefore(tctx)),
      details: {
        sceneCount,
        leftOutCount,
        filter: textsOf(filter),
        effectiveFrom: moment.toISOString(),
        reason: change.why,
      },
      scope: {
        miniProgramId: miniProgram.id,
        campaignId: filter.campaignId === "none" ? null : (filter.campaignId ?? null),
      },
    });
    return { sceneCount, leftOutCount };
  });
}

/** Puts down which scenes would change; gives how many were found besides them. */
async function choose(
  { tx }: TransactionContext,
  wanted: ParsedRepoint,
  expectedCount: number,
): Promise<number> {
  const moment = momentOf(wanted.change.at, await databaseNow(tx));
  const carried = carriedScenesSql(wanted.filter);
  await tx.$executeRaw`CREATE TEMPORARY TABLE chosen_scenes (id uuid PRIMARY KEY, verdict text, page text) ON COMMIT DROP`;
  await tx.$executeRaw`
    INSERT INTO chosen_scenes SELECT id, verdict, page FROM (${foundScenesSql(wanted, moment, carried)}) AS found`;
  const [counts] = await tx.$queryRaw<{ changing: number; others: number }[]>`
    SELECT count(*) FILTER (WHERE verdict = 'changes')::int AS changing,
      count(*) FILTER (WHERE verdict <> 'changes')::int AS others
    FROM chosen_scenes`;
  if (!counts) throw new Error("A count gave no row.");
  requireFew(counts.changing);
  requireExpected(counts.changing, expectedCount);
  await tx.$executeRaw`DELETE FROM chosen_scenes WHERE verdict <> 'changes'`;
  return counts.others;
}

/** Lowest id first, so that two at once wait for each other and never deadlock; minting and scans go on meanwhile. */
async function holdChosen({ tx }: TransactionContext): Promise<void> {
  await tx.$queryRaw`
    SELECT count(*) FROM (
      SELECT FROM scenes WHERE id IN (SELECT id FROM chosen_scenes) ORDER BY id FOR NO KEY UPDATE) AS held`;
}

/** Looks again, for what was saved while the locks were waited for counts. */
async function insertVersions(
  ctx: TransactionContext,
  wanted: ParsedRepoint,
  moment: Date,
): Promise<number> {
  return ctx.tx.$executeRaw`
    INSERT INTO scene_versions (scene_id, version, page, payload, effective_from, reason, created_by_id,
      created_by_name, created_at)
    SELECT found.id,
      1 + coalesce((SELECT max(v.version) FROM scene_versions v WHERE v.scene_id = found.id), 1),
      after_page, after_payload, ${moment}, ${wanted.change.why}::text, ${ctx.actor.id}::uuid,
      ${ctx.actor.name}::text, clock_timestamp()
    FROM (${foundScenesSql(wanted, moment, CHOSEN)}) AS found
    WHERE found.verdict = 'changes'`;
}

function requireExpected(sceneCount: number, expectedCount: number): void {
  if (sceneCount === expectedCount) return;
  throw new ConflictError("repointChanged", { count: sceneCount, expected: expectedCount });
}

/** The campaign all of them are of, when they were chosen by one. */
async function campaignOf({ tx }: TransactionContext, { campaignId }: ParsedRepoint["filter"]) {
  if (campaignId === undefined || campaignId === "none") return null;
  const campaign = await tx.campaign.findUnique({ where: { id: campaignId } });
  return campaign && { kind: "campaign" as const, id: campaign.id, label: campaign.name };
}

/** The page all of them led to until now; null when they were several. */
async function pageBefore({ tx }: TransactionContext): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ page: string | null }[]>`
    SELECT CASE WHEN min(page) = max(page) THEN min(page) END AS page FROM chosen_scenes`;
  return row?.page ?? null;
}

function changesOf(
  { page, payload }: ParsedRepoint["change"],
  before: string | null,
): AuditChanges {
  return {
    ...(page !== undefined && { page: { from: before, to: page } }),
    ...(payload.as === "replace" && { payload: { from: null, to: payload.payload } }),
    ...(payload.as === "keys" && {
      setKeys: { from: null, to: payload.set },
      removedKeys: { from: payload.remove, to: null },
    }),
  };
}

/** What was chosen by, as the log shows it. */
function textsOf(filter: ParsedRepoint["filter"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
