import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adjustSpent } from "@/lib/quota/adjust-spent";
import { bookDrift } from "@/lib/quota/book-drift";
import { changeLimit } from "@/lib/quota/change-limit";
import { changeQuotaSettings } from "@/lib/quota/change-quota-settings";
import { countCalls } from "@/lib/quota/count-calls";
import { getQuotaOverview } from "@/lib/quota/get-quota-overview";
import { listQuotaEntries } from "@/lib/quota/list-quota-entries";
import { removeBudget } from "@/lib/quota/remove-budget";
import { reserveQuota } from "@/lib/quota/reserve-quota";
import { setBudget } from "@/lib/quota/set-budget";
import { addMiniProgram, counterOf, expectBalanced, inTransaction } from "@/lib/testing/quota-desk";
import { openQuotaDesk, reserve, settle, spend } from "@/lib/testing/quota-desk";
import type { QuotaDesk } from "@/lib/testing/quota-desk";

let desk: QuotaDesk;
beforeAll(async () => {
  desk = await openQuotaDesk();
});
afterAll(() => desk.close());

const reason = "微信确认过";
const call = (endpoint: string, startedAt: Date, outcome = "picture") => ({
  endpoint,
  startedAt,
  outcome,
});
const BAD_NUMBERS = [1.5, -1_000_001, 1_000_001, Number.NaN, Number.POSITIVE_INFINITY];

describe("who may", () => {
  it("write: admins only", async () => {
    const miniProgramId = await addMiniProgram(desk);
    const holder = { kind: "person", id: desk.admin.actor.id ?? "" } as const;
    for (const ctx of [desk.operator, desk.marketing]) {
      const attempts = [
        changeLimit(ctx, { miniProgramId, limit: 5, reason }),
        adjustSpent(ctx, { miniProgramId, amount: 5, reason }),
        bookDrift(ctx, { miniProgramId, expectedDrift: 5, reason }),
        setBudget(ctx, { miniProgramId, holder, share: 5 }),
        removeBudget(ctx, { budgetId: randomUUID() }),
        changeQuotaSettings(ctx, {
          miniProgramId,
          dailyLimit: 5,
          lookCounts: true,
          approvalThreshold: null,
          callsPerMinute: 60,
        }),
      ];
      for (const attempt of attempts) {
        await expect(attempt).rejects.toMatchObject({
          code: "forbidden",
          values: { permission: "quota:write" },
        });
      }
    }
    expect(await counterOf(desk, miniProgramId)).toMatchObject({ lifetimeLimit: 100, spent: 0 });
  });

  it("read: everybody who is signed in", async () => {
    const miniProgramId = await addMiniProgram(desk);
    expect(await getQuotaOverview(desk.marketing, { miniProgramId })).toMatchObject({
      lifetime: { left: 100, level: null },
    });
    const stranger = { ...desk.admin, actor: { kind: "anonymous", id: null, name: "—" } } as const;
    await expect(getQuotaOverview(stranger, { miniProgramId })).rejects.toMatchObject({
      code: "not_signed_in",
    });
  });
});

describe("bad input", () => {
  it("changes nothing: fractions, giants, negatives, nothing, no reason", async () => {
    const miniProgramId = await addMiniProgram(desk);
    const zod = { name: "ZodError" };
    for (const bad of BAD_NUMBERS) {
      const attempts = [
        changeLimit(desk.admin, { miniProgramId, limit: bad, reason }),
        adjustSpent(desk.admin, { miniProgramId, amount: bad, reason }),
        bookDrift(desk.admin, { miniProgramId, expectedDrift: bad, reason }),
        reserve(desk.operator, miniProgramId, { count: bad }),
      ];
      for (const attempt of attempts) await expect(attempt).rejects.toMatchObject(zod);
    }
    for (const attempt of [
      changeLimit(desk.admin, { miniProgramId, limit: -1, reason }),
      adjustSpent(desk.admin, { miniProgramId, amount: 0, reason }),
      adjustSpent(desk.admin, { miniProgramId, amount: 1, reason: "  " }),
      adjustSpent(desk.admin, { miniProgramId, amount: 1, reason: "因".repeat(201) }),
      adjustSpent(desk.admin, { miniProgramId: "1", amount: 1, reason }),
      reserve(desk.operator, miniProgramId, { count: 0 }),
      reserve(desk.operator, miniProgramId, { count: -1 }),
    ]) {
      await expect(attempt).rejects.toMatchObject(zod);
    }
    expect(await desk.runtime.db.quotaEntry.count({ where: { miniProgramId } })).toBe(0);
  });

  it("of ids: another mini program's, an unknown one, an unknown campaign", async () => {
    const miniProgramId = await addMiniProgram(desk);
    const other = await addMiniProgram(desk);
    const codeId = await reserve(desk.operator, miniProgramId);
    await expect(settle(desk.operator, { miniProgramId: other, codeId }, "spend")).rejects.toThrow(
      /not open/,
    );
    const unknown = randomUUID();
    await expect(
      changeLimit(desk.admin, { miniProgramId: unknown, limit: 1, reason }),
    ).rejects.toMatchObject({ code: "not_found" });
    await expect(getQuotaOverview(desk.admin, { miniProgramId: unknown })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(reserve(desk.operator, unknown)).rejects.toMatchObject({ code: "not_found" });
    await expect(reserve(desk.operator, miniProgramId, { campaignId: unknown })).rejects.toThrow(
      /foreign key/i,
    );
    expect((await listQuotaEntries(desk.admin, { miniProgramId: other })).rows).toEqual([]);
    await expectBalanced(desk, miniProgramId);
    await expectBalanced(desk, other);
  });
});

describe("a reservation", () => {
  it("is of all or of none, and says how many are left", async () => {
    const miniProgramId = await addMiniProgram(desk, 100_000);
    await adjustSpent(desk.admin, { miniProgramId, amount: 99_990, reason });
    const batch = (count: number) =>
      inTransaction(desk.operator, (tctx) =>
        reserveQuota(tctx, { miniProgramId, batchId: randomUUID(), reason, count }),
      );
    await expect(batch(20)).rejects.toMatchObject({
      reason: "quotaExhausted",
      values: { limit: 100_000, left: 10, wanted: 20 },
    });
    expect(await counterOf(desk, miniProgramId)).toMatchObject({ reserved: 0 });
    await batch(10);
    expect(await counterOf(desk, miniProgramId)).toMatchObject({ spent: 99_990, reserved: 10 });
  });

  it("is settled once: the second time finds nothing open", async () => {
    const miniProgramId = await addMiniProgram(desk);
    const codeId = await reserve(desk.operator, miniProgramId);
    const both = await Promise.allSettled([
      settle(desk.operator, { miniProgramId, codeId }, "spend"),
      settle(desk.operator, { miniProgramId, codeId }, "release"),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expectBalanced(desk, miniProgramId);
  });

  it("may leave the limit exactly full, and the database itself refuses one more", async () => {
    const miniProgramId = await addMiniProgram(desk, 3);
    await spend(desk.operator, miniProgramId, 3);
    await expect(
      desk.runtime.pool.query(
        `UPDATE quota_counters SET reserved = reserved + 1 WHERE mini_program_id = '${miniProgramId}'`,
      ),
    ).rejects.toThrow(/quota_within_limit/);
  });
});

describe("the limit", () => {
  it("changes with a line in the ledger and one in the log, but not below what is used", async () => {
    const miniProgramId = await addMiniProgram(desk, 100);
    await spend(desk.operator, miniProgramId, 3);
    await reserve(desk.operator, miniProgramId, { count: 2 });
    await expect(
      changeLimit(desk.admin, { miniProgramId, limit: 4, reason }),
    ).rejects.toMatchObject({
      reason: "quotaLimitBelowUsed",
      field: "limit",
      values: { used: 5 },
    });
    await changeLimit(desk.admin, { miniProgramId, limit: 5, reason });
    await changeLimit(desk.admin, { miniProgramId, limit: 5, reason });
    const { rows } = await listQuotaEntries(desk.marketing, { miniProgramId, kinds: ["limit"] });
    expect(rows).toEqual([
      expect.objectContaining({
        amount: -95,
        limitAfter: 5,
        leftAfter: 0,
        reason,
        actorName: "林悦",
      }),
    ]);
    const log = await desk.runtime.db.auditEntry.findFirst({ orderBy: { seq: "desc" } });
    expect(log).toMatchObject({
      action: "quota.limit_changed",
      targetId: miniProgramId,
      changes: { lifetimeLimit: { from: 100, to: 5 } },
      details: { reason },
    });
    await expectBalanced(desk, miniProgramId);
  });
});

describe("the settings", () => {
  it("change together and are logged field by field", async () => {
    const miniProgramId = await addMiniProgram(desk);
    const settings = {
      dailyLimit: 500,
      lookCounts: false,
      approvalThreshold: 20,
      callsPerMinute: 1_200,
    };
    await changeQuotaSettings(desk.admin, { miniProgramId, ...settings });
    await changeQuotaSettings(desk.admin, { miniProgramId, ...settings });
    expect(await getQuotaOverview(desk.admin, { miniProgramId })).toMatchObject({ settings });
    const logged = await desk.runtime.db.auditEntry.findMany({
      where: { action: "quota.settings_changed" },
    });
    expect(logged.map(({ changes }) => changes)).toEqual([
      {
        dailyLimit: { from: 10_000, to: 500 },
        lookCounts: { from: true, to: false },
        approvalThreshold: { from: null, to: 20 },
        callsPerMinute: { from: 4_950, to: 1_200 },
      },
    ]);
  });

  it.each([59, 5_001, 60.5])("refuse %s calls a minute", async (callsPerMinute) => {
    const miniProgramId = await addMiniProgram(desk);
    const settings = { dailyLimit: 5, lookCounts: true, approvalThreshold: null, callsPerMinute };
    await expect(
      changeQuotaSettings(desk.admin, { miniProgramId, ...settings }),
    ).rejects.toMatchObject({ issues: [{ message: "callsPerMinuteRange" }] });
  });
});

describe("the calls of a day", () => {
  it("are counted by the Beijing day they started on, unless they never left us", async () => {
    const miniProgramId = await addMiniProgram(desk);
    const lastSecond = new Date("2026-11-20T15:59:59Z");
    const midnight = new Date("2026-11-20T16:00:00Z");
    const ctx = { ...desk.operator, now: () => midnight };
    await Promise.all(
      Array.from({ length: 10 }, () =>
        inTransaction(ctx, (tctx) =>
          countCalls(tctx, miniProgramId, [
            call("stable_token", midnight, "token"),
            call("getwxacode", lastSecond, "unknown"),
            call("getwxacode", midnight, "api_error"),
            call("getwxacode", midnight, "not_sent"),
            call("getwxacodeunlimit", midnight),
            call("createwxaqrcode", midnight),
          ]),
        ),
      ),
    );
    await spend(ctx, miniProgramId, 4);
    expect((await getQuotaOverview(ctx, { miniProgramId })).today).toEqual({
      day: "2026-11-21",
      aCalls: 10,
      bCalls: 10,
      cCalls: 10,
      limitedSpent: 4,
      dailyLimit: 10_000,
      aCallsLeft: 9_990,
    });
    const before = { ...ctx, now: () => lastSecond };
    expect((await getQuotaOverview(before, { miniProgramId })).today).toMatchObject({
      day: "2026-11-20",
      aCalls: 10,
      bCalls: 0,
    });
  });
});
