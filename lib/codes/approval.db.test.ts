import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decideCodeApproval } from "@/lib/codes/decide-code-approval";
import { getCode } from "@/lib/codes/get-code";
import { listApprovals } from "@/lib/codes/list-approvals";
import { mintCode } from "@/lib/codes/mint-code";
import { priceMint } from "@/lib/codes/price-mint";
import { retryCode } from "@/lib/codes/retry-code";
import { sendWhenDue } from "@/lib/testing/send-when-due";
import { settleUnknown } from "@/lib/codes/settle-unknown";
import type { Context } from "@/lib/core/context";
import { updateMiniProgram } from "@/lib/mini-programs/update-mini-program";
import { changeQuotaSettings } from "@/lib/quota/change-quota-settings";
import { getQuotaOverview } from "@/lib/quota/get-quota-overview";
import { setBudget } from "@/lib/quota/set-budget";
import { ownMiniProgram } from "@/lib/testing/own-mini-program";
import { openSandboxDesk, unlimitedInput, wxacodeInput } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";
import { asPerson } from "@/lib/testing/test-runtime";

let desk: SandboxDesk;
let colleague: Context;
beforeAll(async () => {
  desk = await openSandboxDesk();
  colleague = await asPerson(desk.runtime, "operator");
});
afterAll(() => desk.close());

const settings = (miniProgramId: string, changes: object) =>
  changeQuotaSettings(desk.admin, {
    miniProgramId,
    dailyLimit: 10_000,
    lookCounts: true,
    approvalThreshold: null,
    callsPerMinute: 4_950,
    ...changes,
  });

async function waiting() {
  const own = await ownMiniProgram(desk);
  await settings(own.id, { approvalThreshold: 0 });
  const input = wxacodeInput(desk, { miniProgramId: own.id });
  expect((await priceMint(desk.operator, input)).needsApproval).toBe(true);
  const { code } = await mintCode(desk.operator, input);
  const [approval] = await listApprovals(colleague, { miniProgramId: own.id });
  if (!approval) throw new Error("nothing waits");
  return { own, code, approval, input };
}

describe("a limited code above the threshold", () => {
  it("is reserved and not sent, by no job either, until a second person approves it", async () => {
    const { own, code, approval } = await waiting();
    expect(code).toMatchObject({ status: "queued", isAwaitingApproval: true, mayRetry: false });
    await sendWhenDue(desk.runtime, code.id);
    expect(own.requests("getwxacode")).toHaveLength(0);
    expect(await own.quota()).toMatchObject({ spent: 0, reserved: 1 });
    expect(approval).toMatchObject({ status: "pending", limitedCount: 1, mayDecide: true });

    await decideCodeApproval(colleague, {
      approvalId: approval.id,
      verdict: "approved",
      comment: "印刷排期已定",
    });
    expect(await getCode(desk.operator, { codeId: code.id })).toMatchObject({
      status: "minted",
      isAwaitingApproval: false,
      quotaSpent: 1,
    });
    expect(await own.quota()).toMatchObject({ spent: 1, reserved: 0 });
  });

  it("is approved by nobody who asked for it, nor by marketing, and decided once", async () => {
    const { own, approval } = await waiting();
    const decide = (ctx: Context, verdict: "approved" | "declined" = "approved") =>
      decideCodeApproval(ctx, { approvalId: approval.id, verdict, comment: "" });
    await expect(decide(desk.operator)).rejects.toMatchObject({ reason: "approvalOwn" });
    await expect(decide(desk.marketing)).rejects.toMatchObject({ code: "forbidden" });
    const [mine] = await listApprovals(desk.operator, { miniProgramId: own.id });
    expect(mine?.mayDecide).toBe(false);
    const outcomes = await Promise.allSettled([
      decide(colleague),
      decide(desk.admin, "declined"),
      decide(colleague),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { spent, reserved } = await own.quota();
    expect(spent + reserved).toBe(own.requests("getwxacode").length);
    await expect(
      desk.runtime.pool.query(
        "UPDATE approvals SET decided_by_id = requested_by_id WHERE requested_by_id IS NOT NULL",
      ),
    ).rejects.toThrow(/approvals_never_own/);
  });

  it("that is declined gives its quota back, and asks anew when it is tried again", async () => {
    const { own, code, approval } = await waiting();
    await decideCodeApproval(colleague, {
      approvalId: approval.id,
      verdict: "declined",
      comment: "改用 B 类",
    });
    expect(await getCode(desk.operator, { codeId: code.id })).toMatchObject({
      status: "refused",
      failure: { why: "not_sent:declined", quotaUsed: "no" },
    });
    expect(await own.quota()).toMatchObject({ spent: 0, reserved: 0 });
    await retryCode(desk.operator, { codeId: code.id });
    expect(await own.quota()).toMatchObject({ spent: 0, reserved: 1 });
    expect(own.requests("getwxacode")).toHaveLength(0);
    expect(await listApprovals(colleague, { miniProgramId: own.id })).toHaveLength(2);
  });

  it("holds back neither B nor what is free", async () => {
    const own = await ownMiniProgram(desk);
    await settings(own.id, { approvalThreshold: 0 });
    const { code } = await mintCode(desk.operator, unlimitedInput(desk, { miniProgramId: own.id }));
    expect(code.status).toBe("minted");
  });
});

describe("the price of a limited code", () => {
  it("tells of a look-alike, and counts it as the setting says", async () => {
    const own = await ownMiniProgram(desk);
    const first = wxacodeInput(desk, { miniProgramId: own.id });
    await mintCode(desk.operator, first);
    const other = wxacodeInput(desk, { ...first, requestKey: crypto.randomUUID(), width: 1280 });
    expect(await priceMint(desk.operator, other)).toMatchObject({
      limitedCount: 1,
      lookAlike: { label: first.label },
    });
    await settings(own.id, { lookCounts: false });
    expect(await priceMint(desk.operator, other)).toMatchObject({ limitedCount: 0 });
    const { code } = await mintCode(desk.operator, other);
    expect(code).toMatchObject({ status: "minted", quotaSpent: 0 });
    expect(await own.quota()).toMatchObject({ spent: 1, reserved: 0 });
    // The sandbox counts it, so the second witness says that the setting was wrong here.
    expect((await getQuotaOverview(desk.admin, { miniProgramId: own.id })).drift.amount).toBe(1);
  });

  it("tells what is left today and of the narrowest share, and the ledger keeps to it", async () => {
    const own = await ownMiniProgram(desk);
    const { id: operatorId } = desk.operator.actor;
    await setBudget(desk.admin, {
      miniProgramId: own.id,
      holder: { kind: "person", id: String(operatorId) },
      share: 1,
    });
    const one = wxacodeInput(desk, { miniProgramId: own.id });
    expect(await priceMint(desk.operator, one)).toMatchObject({
      callsLeftToday: 10_000,
      budget: { left: 1 },
    });
    await mintCode(desk.operator, one);
    const two = wxacodeInput(desk, { miniProgramId: own.id });
    expect(await priceMint(desk.operator, two)).toMatchObject({
      callsLeftToday: 9_999,
      budget: { left: 0 },
    });
    await expect(mintCode(desk.operator, two)).rejects.toMatchObject({
      code: "quota_exhausted",
      reason: "budgetExhausted",
      values: { admins: expect.stringContaining(desk.admin.actor.name) },
    });
    expect(own.requests("getwxacode")).toHaveLength(1);
    const minted = await mintCode(colleague, two);
    expect(minted.code.status).toBe("minted");
  });
});

async function unknown() {
  const own = await ownMiniProgram(desk);
  await updateMiniProgram(desk.admin, {
    id: own.id,
    name: "未知",
    appKind: "mini_program",
    apiHost: "",
    repeatUnknownLimited: false,
    defaultPage: "",
    defaultWidth: 430,
    defaultLineColor: "#000000",
  });
  own.addFault({ endpoint: "getwxacode", fault: "reset", times: 1 });
  const { code } = await mintCode(desk.operator, wxacodeInput(desk, { miniProgramId: own.id }));
  expect(code.status).toBe("unknown");
  return { own, codeId: code.id };
}

describe("a code nobody got an answer for", () => {
  it("is spent by a person's word, and its picture then costs nothing more", async () => {
    const { own, codeId } = await unknown();
    const settle = () =>
      settleUnknown(desk.operator, { codeId, wasCounted: true, reason: "Num-Used 多了 1" });
    await settle();
    await expect(settle()).rejects.toMatchObject({ reason: "codeNotInDoubt" });
    expect(await own.quota()).toMatchObject({ spent: 1, reserved: 0 });
    const { code } = await retryCode(desk.operator, { codeId });
    expect(code.status).toBe("minted");
    expect(await own.quota()).toMatchObject({ spent: 1, reserved: 0 });
    expect((await getQuotaOverview(desk.admin, { miniProgramId: own.id })).drift.amount).toBe(0);
  });

  it("goes back to the quota when it was not counted", async () => {
    const { own, codeId } = await unknown();
    await expect(
      settleUnknown(desk.marketing, { codeId, wasCounted: false, reason: "x" }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await settleUnknown(desk.operator, { codeId, wasCounted: false, reason: "后台查不到" });
    expect(await own.quota()).toMatchObject({ spent: 0, reserved: 0 });
  });
});
