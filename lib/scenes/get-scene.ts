import { authorize } from "@/lib/access/authorize";
import { findFields } from "@/lib/campaigns/find-fields";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { databaseNow } from "@/lib/db/database-now";
import { Prisma } from "@/lib/db/generated/client";
import type { SceneVersion } from "@/lib/db/generated/client";
import type { Transaction } from "@/lib/db/client";
import { reader } from "@/lib/db/transaction";
import { findCampaignOfScene } from "@/lib/scenes/find-campaign-of-scene";
import { inForceJoin, nextChange } from "@/lib/scenes/in-force-sql";
import { RetiredWhy, SceneId } from "@/lib/scenes/schema";
import type {
  CarryingCode,
  SceneDetail,
  SceneRetirement,
  SceneState,
  SceneVersionRow,
  VersionState,
} from "@/lib/scenes/schema";

const CODES_MAX_COUNT = 50;

const WITH_MINI_PROGRAM = {
  miniProgram: { select: { id: true, name: true, wechatAppId: true, isSandbox: true } },
} satisfies Prisma.SceneInclude;

type FullScene = Prisma.SceneGetPayload<{ include: typeof WITH_MINI_PROGRAM }> & {
  versions: SceneVersion[];
};

interface Now {
  now: Date;
  version: number;
  page: string;
  payload: unknown;
  effectiveFrom: Date | null;
  nextChangeAt: Date | null;
}

/** Everything recorded of a scene but its scans; throws NotFoundError. */
export async function getScene(ctx: Context, input: SceneId): Promise<SceneDetail> {
  authorize(ctx, "scenes:read");
  const { success, data } = SceneId.safeParse(input);
  const db = reader(ctx);
  const scene = success && (await findFull(db, data.sceneId));
  const now = scene && (await readNow(db, scene.id));
  if (!scene || !now) throw new NotFoundError("scene");
  const { id, value, createdAt, miniProgram, miniProgramId } = scene;
  const carried = { miniProgramId, scene: value };
  const [codes, codeCount, first, campaign] = [
    await listCodes(db, carried),
    await db.code.count({ where: { ...carried, status: { not: "refused" } } }),
    await db.code.findFirst({ where: carried, orderBy: [{ createdAt: "asc" }, { id: "asc" }] }),
    await findCampaignOfScene(db, scene),
  ];
  return {
    id,
    value,
    createdAt,
    miniProgram,
    state: sceneState(scene.retiredAt, now),
    inForce: {
      version: now.version,
      page: now.page,
      payload: now.payload,
      since: now.effectiveFrom ?? createdAt,
    },
    nextChangeAt: now.nextChangeAt,
    versions: toVersions(scene, now, first?.createdBy ?? null),
    latestVersion: scene.versions[0]?.version ?? 1,
    retirement: toRetirement(scene, now.now),
    codes,
    codeCount,
    campaign: campaign && { ...campaign, fields: await findFields(db, campaign.id) },
  };
}

/** One after the other: a transaction has one connection. */
async function findFull(db: Transaction, sceneId: string): Promise<FullScene | null> {
  const where = { id: sceneId };
  const scene = await db.scene.findUnique({ where, include: WITH_MINI_PROGRAM });
  if (!scene) return null;
  const orderBy = { version: "desc" } as const;
  return { ...scene, versions: await db.sceneVersion.findMany({ where: { sceneId }, orderBy }) };
}

/** By the clock and not by when a transaction began, which may have changed the scene itself. */
async function readNow(db: Transaction, sceneId: string): Promise<Now | null> {
  const [now] = await db.$queryRaw<Now[]>`
    SELECT asked.at AS now, in_force.version, in_force.page, in_force.payload,
      in_force.effective_from AS "effectiveFrom", ${Prisma.raw(nextChange("asked.at"))} AS "nextChangeAt"
    FROM scenes s CROSS JOIN (SELECT ${await databaseNow(db)}::timestamptz AS at) AS asked
    ${Prisma.raw(inForceJoin("asked.at"))} WHERE s.id = ${sceneId}::uuid`;
  return now ?? null;
}

async function listCodes(
  db: Transaction,
  carried: { miniProgramId: string; scene: string },
): Promise<CarryingCode[]> {
  return db.code.findMany({
    where: { ...carried, status: { not: "refused" } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: CODES_MAX_COUNT,
    select: {
      id: true,
      serial: true,
      label: true,
      status: true,
      envVersion: true,
      pictureSha256: true,
      createdAt: true,
    },
  });
}

function toVersions(scene: FullScene, now: Now, mintedBy: string | null): SceneVersionRow[] {
  const minted: SceneVersionRow = {
    version: 1,
    state: now.version === 1 ? "in_force" : "past",
    page: scene.page,
    payload: scene.payload,
    effectiveFrom: scene.createdAt,
    why: "",
    returnsTo: null,
    createdBy: mintedBy,
    createdAt: scene.createdAt,
    cancelledAt: null,
    cancelledBy: null,
  };
  const later = scene.versions.map((version): SceneVersionRow => ({
    version: version.version,
    state: stateOf(version, now),
    page: version.page,
    payload: version.payload,
    effectiveFrom: version.effectiveFrom,
    why: version.reason,
    returnsTo: version.returnsTo,
    createdBy: version.createdBy,
    createdAt: version.createdAt,
    cancelledAt: version.cancelledAt,
    cancelledBy: version.cancelledBy,
  }));
  return [...later, minted];
}

function sceneState(retiredAt: Date | null, { now, nextChangeAt }: Now): SceneState {
  if (retiredAt && retiredAt <= now) return "retired";
  return nextChangeAt ? "ahead" : "live";
}

function stateOf(
  {
    version,
    cancelledAt,
    effectiveFrom,
  }: {
    version: number;
    cancelledAt: Date | null;
    effectiveFrom: Date;
  },
  now: Now,
): VersionState {
  if (cancelledAt) return "cancelled";
  if (version === now.version) return "in_force";
  return effectiveFrom > now.now ? "ahead" : "past";
}

function toRetirement(scene: FullScene, now: Date): SceneRetirement | null {
  const { retiredAt, retiredWhy, retiredNote, retiredBy, fallbackPage, fallbackPayload } = scene;
  if (!retiredAt || !retiredBy) return null;
  return {
    at: retiredAt,
    isAhead: retiredAt > now,
    why: RetiredWhy.parse(retiredWhy),
    note: retiredNote,
    by: retiredBy,
    fallback: fallbackPage === null ? null : { page: fallbackPage, payload: fallbackPayload },
  };
}
