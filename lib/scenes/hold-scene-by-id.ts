import { NotFoundError } from "@/lib/core/errors";
import { databaseNow } from "@/lib/db/database-now";
import type { TransactionContext } from "@/lib/db/transaction";

/** A scene that nobody else changes until the commit. */
export interface HeldScene {
  id: string;
  miniProgramId: string;
  value: string;
  page: string;
  payload: unknown;
  retiredAt: Date | null;
  retiredWhy: string | null;
  retiredNote: string;
  retiredBy: string | null;
  fallbackPage: string | null;
  fallbackPayload: unknown;
  latestVersion: number;
  /** Null while there is version 1 only. */
  latestBy: string | null;
  /** By the database's clock, read once the lock was had: later than everything saved before. */
  now: Date;
}

/** Locks a scene for a change of its versions; codes of it can be minted meanwhile. Throws NotFoundError. */
export async function holdSceneById(ctx: TransactionContext, sceneId: string): Promise<HeldScene> {
  const [scene] = await ctx.tx.$queryRaw<Omit<HeldScene, "now" | "latestVersion" | "latestBy">[]>`
    SELECT id, mini_program_id AS "miniProgramId", value, page, payload, retired_at AS "retiredAt",
      retired_why AS "retiredWhy", retired_note AS "retiredNote", retired_by_name AS "retiredBy",
      fallback_page AS "fallbackPage", fallback_payload AS "fallbackPayload"
    FROM scenes WHERE id = ${sceneId}::uuid FOR NO KEY UPDATE`;
  if (!scene) throw new NotFoundError("scene");
  // Apart from the lock, which may have waited for somebody who added one.
  const latest = await ctx.tx.sceneVersion.findFirst({
    where: { sceneId },
    orderBy: { version: "desc" },
    select: { version: true, createdBy: true },
  });
  return {
    ...scene,
    latestVersion: latest?.version ?? 1,
    latestBy: latest?.createdBy ?? null,
    now: await databaseNow(ctx.tx),
  };
}
