import { randomUUID } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { scheduleRun } from "@/lib/batches/schedule-run";
import { codeIdentity } from "@/lib/codes/code-parameters";
import type { CodeParameters } from "@/lib/codes/code-parameters";
import type { Context } from "@/lib/core/context";
import { withLongTransaction } from "@/lib/db/transaction";
import { reserveQuota } from "@/lib/quota/reserve-quota";

const ROWS_AT_ONCE = 2_000;

/** A running batch of so many new codes, put straight into the database with its first run due. Gives its id. */
export async function insertBatch(
  ctx: Context,
  miniProgramId: string,
  count: number,
  kind: "WXACODE_UNLIMITED" | "WXACODE" = "WXACODE_UNLIMITED",
): Promise<string> {
  const id = uuidv7();
  const mark = randomUUID().slice(0, 8);
  const isLimited = kind === "WXACODE";
  const createdAt = ctx.now();
  await withLongTransaction(ctx, async (tctx) => {
    const { tx } = tctx;
    const who = { createdById: ctx.actor.id, createdBy: ctx.actor.name, createdAt };
    const counted = { rowCount: count, limitedCount: isLimited ? count : 0 };
    const running = { kind, status: "running", startedAt: createdAt } as const;
    const data = { id, miniProgramId, name: `批次 ${mark}`, requestKey: randomUUID() };
    await tx.batch.create({ data: { ...data, ...running, ...counted, ...who } });
    const codes = Array.from({ length: count }, (_, at) => {
      const parameters = isLimited ? posterOf(`${mark}-${at + 1}`) : stickerOf(`${mark}-${at + 1}`);
      const row = { miniProgramId, batchId: id, batchRow: at + 1, label: `门店 ${at + 1}`, ...who };
      const cost = { quotaCost: isLimited ? 1 : 0, reason: isLimited ? "印刷" : "" };
      return { ...parameters, ...row, ...cost, identity: codeIdentity(parameters) };
    });
    for (let at = 0; at < count; at += ROWS_AT_ONCE) {
      const part = codes.slice(at, at + ROWS_AT_ONCE);
      const scenes = part.flatMap(({ scene, target: page }) =>
        scene === null ? [] : [{ miniProgramId, value: scene, page }],
      );
      await tx.scene.createMany({ data: scenes });
      await tx.code.createMany({ data: part });
    }
    if (isLimited) await reserveQuota(tctx, { miniProgramId, batchId: id, reason: "印刷", count });
    await scheduleRun(tctx, id, { afterSeconds: 0 });
  });
  return id;
}

const LOOK = {
  envVersion: "release",
  checkPath: true,
  width: 430,
  autoColor: false,
  lineColor: "#000000",
  isHyaline: false,
} as const;

function stickerOf(scene: string): CodeParameters {
  return { kind: "WXACODE_UNLIMITED", target: "pages/index/index", scene, ...LOOK };
}

function posterOf(shop: string): CodeParameters {
  return { kind: "WXACODE", target: `pages/shop/index?id=${shop}`, scene: null, ...LOOK };
}
