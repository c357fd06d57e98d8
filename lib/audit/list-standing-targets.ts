import { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import { TARGET_PAGES } from "@/lib/audit/target-pages-schema";
import type { PagedTarget, TargetRef } from "@/lib/audit/target-pages-schema";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";

const KINDS = Object.keys(TARGET_PAGES) as PagedTarget[];

/** Of the objects some entries are about, those that have a page and are still there, as `kind:id`. */
export async function listStandingTargets(
  ctx: Context,
  refs: readonly TargetRef[],
): Promise<string[]> {
  authorize(ctx, "audit:read");
  const found = await Promise.all(
    KINDS.map(async (kind) => {
      const ids = refs.flatMap(({ targetKind, targetId }) =>
        targetKind === kind && z.uuid().safeParse(targetId).success ? [targetId ?? ""] : [],
      );
      if (ids.length === 0) return [];
      const standing = await find(ctx, kind, [...new Set(ids)]);
      return standing.map(({ id }) => `${kind}:${id}`);
    }),
  );
  return found.flat();
}

async function find(ctx: Context, kind: PagedTarget, ids: string[]): Promise<{ id: string }[]> {
  const tables = reader(ctx);
  const asked = { where: { id: { in: ids } }, select: { id: true } } as const;
  switch (kind) {
    case "code":
      return tables.code.findMany(asked);
    case "scene":
      return tables.scene.findMany(asked);
    case "batch":
      return tables.batch.findMany(asked);
    case "campaign":
      return tables.campaign.findMany(asked);
    case "pack":
      return tables.pack.findMany(asked);
    case "mini_program":
      return tables.miniProgram.findMany(asked);
    case "platform":
      return tables.platform.findMany(asked);
    case "log_room":
      return tables.logRoom.findMany(asked);
    case "webhook":
      return tables.webhookEndpoint.findMany(asked);
  }
}
