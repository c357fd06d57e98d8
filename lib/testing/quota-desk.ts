import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import type { TransactionContext } from "@/lib/db/transaction";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { createMiniProgram } from "@/lib/mini-programs/create-mini-program";
import type { Runtime } from "@/lib/runtime";
import { reserveQuota } from "@/lib/quota/reserve-quota";
import type { QuotaMove, QuotaReserve } from "@/lib/quota/reserve-quota";
import { settleReservation } from "@/lib/quota/settle-reservation";
import { asPerson, openTestRuntime } from "@/lib/testing/test-runtime";

/** A database with people in it and mini programs that are never called. */
export interface QuotaDesk {
  runtime: Runtime;
  admin: Context;
  operator: Context;
  marketing: Context;
  close(): Promise<void>;
}

export async function openQuotaDesk(overrides: Record<string, string> = {}): Promise<QuotaDesk> {
  const runtime = await openTestRuntime(overrides);
  return {
    runtime,
    admin: await asPerson(runtime, "admin"),
    operator: await asPerson(runtime, "operator"),
    marketing: await asPerson(runtime, "marketing"),
    close: () => runtime.close(),
  };
}

/** A mini program with so many codes for life. */
export async function addMiniProgram(desk: QuotaDesk, lifetimeLimit = 100): Promise<string> {
  const id = randomUUID();
  const wechatAppId = `wx${id.replaceAll("-", "").slice(0, 16)}`;
  await withTransaction(desk.admin, async (tctx) => {
    const data = { id, name: `山茶便利 ${id.slice(0, 4)}`, wechatAppId, secretCiphertext: "—" };
    await createMiniProgram(tctx, data);
    await tctx.tx.quotaCounter.update({ where: { miniProgramId: id }, data: { lifetimeLimit } });
  });
  return id;
}

export async function addCampaign(desk: QuotaDesk): Promise<string> {
  const { id } = await createCampaign(desk.admin, { name: `春促 ${randomUUID().slice(0, 8)}` });
  return id;
}

export const inTransaction = <Result>(
  ctx: Context,
  work: (tctx: TransactionContext) => Promise<Result>,
): Promise<Result> => withTransaction(ctx, work);

/** Reserves in a transaction of its own and returns the code it was for. */
export async function reserve(
  ctx: Context,
  miniProgramId: string,
  changes: Partial<QuotaReserve> = {},
): Promise<string> {
  const codeId = randomUUID();
  const move = { miniProgramId, codeId, reason: "印在大楼外墙上", ...changes };
  await inTransaction(ctx, (tctx) => reserveQuota(tctx, move));
  return codeId;
}

export async function settle(
  ctx: Context,
  move: Omit<QuotaMove, "reason">,
  outcome: "spend" | "release",
  count?: number,
): Promise<void> {
  await inTransaction(ctx, (tctx) =>
    settleReservation(tctx, { reason: "海报", ...move }, outcome, count),
  );
}

/** Reserves and spends `count` codes. */
export async function spend(ctx: Context, miniProgramId: string, count = 1): Promise<void> {
  const codeId = await reserve(ctx, miniProgramId, { count });
  await settle(ctx, { miniProgramId, codeId }, "spend", count);
}

export const counterOf = (desk: QuotaDesk, miniProgramId: string) =>
  desk.runtime.db.quotaCounter.findUniqueOrThrow({ where: { miniProgramId } });

const SPENT_KINDS = new Set(["spend", "external", "adjust"]);

/** Reads the whole ledger again from its first line and compares everything that is derived from it. */
export async function expectBalanced(desk: QuotaDesk, miniProgramId: string): Promise<void> {
  const { db } = desk.runtime;
  const counter = await counterOf(desk, miniProgramId);
  const entries = await db.quotaEntry.findMany({
    where: { miniProgramId },
    orderBy: { seq: "asc" },
  });
  const limits = entries.filter(({ kind }) => kind === "limit");
  const grown = limits.reduce((sum, { amount }) => sum + amount, 0);
  let [spent, reserved, limit] = [0, 0, counter.lifetimeLimit - grown];
  let spentHere = 0;
  for (const { kind, amount, ...after } of entries) {
    if (SPENT_KINDS.has(kind)) spent += amount;
    if (kind === "spend") spentHere += amount;
    if (kind === "reserve") reserved += amount;
    if (kind === "spend" || kind === "release") reserved -= amount;
    if (kind === "limit") limit += amount;
    expect(after).toMatchObject({ spentAfter: spent, reservedAfter: reserved, limitAfter: limit });
    expect(spent + reserved).toBeLessThanOrEqual(limit);
  }
  expect(counter).toMatchObject({ spent, reserved, lifetimeLimit: limit });
  const open = await db.quotaReservation.findMany({ where: { miniProgramId } });
  const days = await db.quotaDay.findMany({ where: { miniProgramId } });
  expect(open.reduce((sum, reservation) => sum + reservation.open, 0)).toBe(reserved);
  expect(days.reduce((sum, { limitedSpent }) => sum + limitedSpent, 0)).toBe(spentHere);
  for (const budget of await db.quotaBudget.findMany({ where: { miniProgramId } })) {
    const used = entries
      .filter(({ campaignId, chargedToId }) =>
        budget.campaignId ? campaignId === budget.campaignId : chargedToId === budget.userId,
      )
      .reduce((sum, { kind, amount }) => {
        if (kind === "reserve") return sum + amount;
        return kind === "release" ? sum - amount : sum;
      }, 0);
    expect(budget.used).toBe(used);
  }
}
