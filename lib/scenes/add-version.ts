import { canonicalJson } from "@/lib/audit/canonical-json";
import { ConflictError } from "@/lib/core/errors";
import { Prisma } from "@/lib/db/generated/client";
import type { TransactionContext } from "@/lib/db/transaction";
import type { HeldScene } from "@/lib/scenes/hold-scene-by-id";
import { meaningAt } from "@/lib/scenes/meaning-at";
import type { Meaning } from "@/lib/scenes/meaning-at";

export interface NewVersion {
  page: string;
  payload: Prisma.InputJsonObject | null;
  effectiveFrom: Date;
  why: string;
  returnsTo: number | null;
}

/**
 * Adds the next version to a held scene and gives its number and what it takes the place of. Throws
 * ConflictError `sceneUnchanged` when the scene means just that at that moment anyway.
 */
export async function addVersion(
  ctx: TransactionContext,
  scene: HeldScene,
  { page, payload, effectiveFrom, why, returnsTo }: NewVersion,
): Promise<{ version: number; before: Meaning }> {
  const before = await meaningAt(ctx.tx, scene.id, effectiveFrom);
  if (isSame(before, { page, payload })) throw new ConflictError("sceneUnchanged");
  const version = scene.latestVersion + 1;
  await ctx.tx.sceneVersion.create({
    data: {
      sceneId: scene.id,
      version,
      page,
      payload: payload ?? Prisma.DbNull,
      effectiveFrom,
      reason: why,
      returnsTo,
      createdById: ctx.actor.id,
      createdBy: ctx.actor.name,
      createdAt: scene.now,
    },
  });
  return { version, before };
}

function isSame(
  one: { page: string; payload: unknown },
  other: { page: string; payload: unknown },
): boolean {
  return one.page === other.page && canonicalJson(one.payload) === canonicalJson(other.payload);
}
