import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { DomainError } from "@/lib/core/errors";
import { listBudgets } from "@/lib/quota/list-budgets";
import { removeBudget } from "@/lib/quota/remove-budget";
import { reserveQuota } from "@/lib/quota/reserve-quota";
import { setBudget } from "@/lib/quota/set-budget";
import {
  addCampaign,
  addMiniProgram,
  expectBalanced,
  inTransaction,
} from "@/lib/testing/quota-desk";
import { openQuotaDesk, reserve, settle } from "@/lib/testing/quota-desk";
import type { QuotaDesk } from "@/lib/testing/quota-desk";

let desk: QuotaDesk;
let miniProgramId: string;
let campaignId: string;
beforeAll(async () => {
  desk = await openQuotaDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  miniProgramId = await addMiniProgram(desk, 1_000);
  campaignId = await addCampaign(desk);
});

const ofCampaign = () => ({ kind: "campaign", id: campaignId }) as const;
const ofOperator = () => ({ kind: "person", id: desk.operator.actor.id ?? "" }) as const;
const used = async () =>
  (await listBudgets(desk.marketing, { miniProgramId })).map(
    ({ holder, used, share }) => `${holder.kind} ${used}/${share}`,
  );

describe("a share of the limited codes", () => {
  it("cannot be passed, however many ask at once, and says who can raise it", async () => {
    await setBudget(desk.admin, { miniProgramId, holder: ofCampaign(), share: 7 });
    await setBudget(desk.admin, { miniProgramId, holder: ofOperator(), share: 10 });
    const attempts = await Promise.allSettled(
      Array.from({ length: 20 }, () => reserve(desk.operator, miniProgramId, { campaignId })),
    );
    const refused = attempts.flatMap((attempt) =>
      attempt.status === "rejected" ? [attempt.reason as DomainError] : [],
    );
    expect(refused).toHaveLength(13);
    expect(refused[0]).toMatchObject({
      code: "quota_exhausted",
      reason: "budgetExhausted",
      values: { share: 7, left: 0, wanted: 1, admins: "林悦" },
    });
    expect(refused[0]?.values.name).toMatch(/^春促/);
    expect(await used()).toEqual(["campaign 7/7", "person 7/10"]);
    await expect(reserve(desk.operator, miniProgramId, { count: 4 })).rejects.toMatchObject({
      values: { name: "Chen Wei", share: 10, left: 3, wanted: 4 },
    });
    await expectBalanced(desk, miniProgramId);
  });

  it("gets back what was released, wherever it came from, and not what was spent", async () => {
    await setBudget(desk.admin, { miniProgramId, holder: ofCampaign(), share: 10 });
    await setBudget(desk.admin, { miniProgramId, holder: ofOperator(), share: 10 });
    const codeId = await reserve(desk.operator, miniProgramId, { campaignId, count: 6 });
    await settle(desk.admin, { miniProgramId, codeId }, "spend", 2);
    await settle(desk.admin, { miniProgramId, codeId }, "release", 3);
    expect(await used()).toEqual(["campaign 3/10", "person 3/10"]);
    const [line] = await desk.runtime.db.quotaEntry.findMany({
      where: { miniProgramId },
      orderBy: { seq: "desc" },
      take: 1,
    });
    expect(line).toMatchObject({
      kind: "release",
      campaignId,
      chargedToId: desk.operator.actor.id,
      actorId: desk.admin.actor.id,
    });
  });

  it("of a batch is charged to who reserved each part of it", async () => {
    await setBudget(desk.admin, { miniProgramId, holder: ofOperator(), share: 10 });
    const batchId = randomUUID();
    const part = { miniProgramId, batchId, reason: "一批" };
    await inTransaction(desk.operator, (tctx) => reserveQuota(tctx, { ...part, count: 4 }));
    await inTransaction(desk.admin, (tctx) => reserveQuota(tctx, { ...part, count: 5 }));
    const codeId = randomUUID();
    await settle(desk.admin, { miniProgramId, batchId, codeId }, "release", 1);
    expect(await used()).toEqual(["person 3/10"]);
    await reserve(desk.operator, miniProgramId, { codeId, batchId });
    await settle(desk.admin, { miniProgramId, batchId, codeId }, "spend");
    expect(await used()).toEqual(["person 4/10"]);
    await settle(desk.admin, { miniProgramId, batchId }, "release", 8);
    expect(await used()).toEqual(["person 1/10"]);
    await expect(settle(desk.admin, { miniProgramId, batchId }, "release")).rejects.toThrow(
      /not open/,
    );
    await expectBalanced(desk, miniProgramId);
  });

  it("begins with what the ledger says was used, and cannot be made smaller than that", async () => {
    const codeId = await reserve(desk.operator, miniProgramId, { campaignId, count: 5 });
    await settle(desk.operator, { miniProgramId, codeId }, "release", 1);
    await settle(desk.operator, { miniProgramId, codeId }, "spend", 2);
    const set = (share: number) =>
      setBudget(desk.admin, { miniProgramId, holder: ofCampaign(), share });
    await expect(set(3)).rejects.toMatchObject({ reason: "budgetBelowUsed", values: { used: 4 } });
    const { id } = await set(4);
    expect(await used()).toEqual(["campaign 4/4"]);
    expect(await set(6)).toEqual({ id });
    await removeBudget(desk.admin, { budgetId: id });
    expect(await used()).toEqual([]);
    await settle(desk.operator, { miniProgramId, codeId }, "release", 2);
    await set(9);
    expect(await used()).toEqual(["campaign 2/9"]);
    const actions = await desk.runtime.db.auditEntry.findMany({
      where: { targetId: miniProgramId, action: { startsWith: "quota." } },
      orderBy: { seq: "asc" },
    });
    expect(actions.map(({ action }) => action)).toEqual([
      "quota.budget_set",
      "quota.budget_set",
      "quota.budget_removed",
      "quota.budget_set",
    ]);
  });

  it("is nothing a job has, and none of another mini program", async () => {
    const other = await addMiniProgram(desk, 10);
    await setBudget(desk.admin, { miniProgramId: other, holder: ofCampaign(), share: 0 });
    const job = {
      ...desk.operator,
      actor: { kind: "job", id: null, name: "codes.settle" },
    } as const;
    await reserve(job, miniProgramId, { campaignId });
    await expect(reserve(job, other, { campaignId })).rejects.toMatchObject({
      reason: "budgetExhausted",
    });
    const [reservation] = await desk.runtime.db.quotaReservation.findMany({
      where: { miniProgramId },
    });
    expect(reservation).toMatchObject({ chargedToId: null, campaignId });
  });

  it("is refused to who does not exist, is archived or may not set it", async () => {
    const set = (id: string) =>
      setBudget(desk.admin, { miniProgramId, holder: { kind: "campaign", id }, share: 5 });
    await expect(set(randomUUID())).rejects.toMatchObject({ code: "not_found" });
    await desk.runtime.db.campaign.update({
      where: { id: campaignId },
      data: { archivedAt: new Date() },
    });
    await expect(set(campaignId)).rejects.toMatchObject({ code: "not_found" });
    await expect(
      setBudget(desk.admin, {
        miniProgramId,
        holder: { kind: "person", id: campaignId },
        share: 5,
      }),
    ).rejects.toMatchObject({ code: "not_found" });
    await expect(
      setBudget(desk.admin, { miniProgramId: campaignId, holder: ofOperator(), share: 5 }),
    ).rejects.toMatchObject({ code: "not_found" });
    await expect(removeBudget(desk.admin, { budgetId: randomUUID() })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
