import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { adjustSpent } from "@/lib/quota/adjust-spent";
import { bookDrift } from "@/lib/quota/book-drift";
import { changeLimit } from "@/lib/quota/change-limit";
import { getQuotaOverview } from "@/lib/quota/get-quota-overview";
import { recordNumUsed } from "@/lib/quota/record-num-used";
import { addMiniProgram, counterOf, expectBalanced, inTransaction } from "@/lib/testing/quota-desk";
import { openQuotaDesk, reserve, settle, spend } from "@/lib/testing/quota-desk";
import type { QuotaDesk } from "@/lib/testing/quota-desk";

const START = Date.parse("2026-11-21T02:00:00Z");
const at = (minutes: number) => new Date(START + minutes * 60_000);

let desk: QuotaDesk;
let miniProgramId: string;
beforeAll(async () => {
  desk = await openQuotaDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  miniProgramId = await addMiniProgram(desk, 1_000);
});

/** The operator, at that minute. */
const when = (minutes: number) => ({ ...desk.operator, now: () => at(minutes) });
const says = (minutes: number, numUsed: number, asked = minutes) =>
  inTransaction(when(minutes), (tctx) =>
    recordNumUsed(tctx, miniProgramId, numUsed, at(minutes), at(asked)),
  );
const figures = async () => {
  const { spent, external, numUsed, numUsedAt, drift, driftSince } = await counterOf(
    desk,
    miniProgramId,
  );
  return { spent, external, numUsed, numUsedAt, drift, driftSince };
};
const reason = "活动方自己铸的，已核对";

describe("WeChat's own count", () => {
  it("is no drift before WeChat said anything, nor when it agrees", async () => {
    await spend(desk.operator, miniProgramId, 3);
    expect(await figures()).toMatchObject({ numUsed: null, drift: 0, driftSince: null });
    await says(1, 3);
    expect(await figures()).toMatchObject({ numUsed: 3, numUsedAt: at(1), drift: 0 });
  });

  it("shows 40 codes minted past us, with the day they were first seen, and one booking closes it", async () => {
    await spend(desk.operator, miniProgramId, 2);
    await says(10, 42);
    expect(await figures()).toMatchObject({ drift: 40, driftSince: at(10) });
    await says(20, 42);
    await bookDrift(desk.admin, { miniProgramId, expectedDrift: 40, reason });
    expect(await figures()).toMatchObject({ spent: 42, external: 40, drift: 0, driftSince: null });
    const line = await desk.runtime.db.quotaEntry.findFirst({
      where: { miniProgramId },
      orderBy: { seq: "desc" },
    });
    expect(line).toMatchObject({ kind: "external", amount: 40, reason, actorName: "林悦" });
    await expectBalanced(desk, miniProgramId);
  });

  it("does not take calls in flight for drift, nor let later reservations hide one", async () => {
    const codeId = await reserve(desk.operator, miniProgramId, { count: 5 });
    await says(1, 4);
    expect(await figures()).toMatchObject({ drift: 0 });
    await says(2, 12);
    expect(await figures()).toMatchObject({ drift: 7, driftSince: at(2) });
    const later = await reserve(desk.operator, miniProgramId, { count: 30 });
    expect(await figures()).toMatchObject({ drift: 7, driftSince: at(2) });
    await settle(desk.operator, { miniProgramId, codeId: later }, "release", 30);
    await settle(desk.operator, { miniProgramId, codeId }, "spend", 5);
    expect(await figures()).toMatchObject({ drift: 7, driftSince: at(2) });
  });

  it("grows when a call that was in flight turns out not to have been counted", async () => {
    const codeId = await reserve(desk.operator, miniProgramId, { count: 3 });
    await says(1, 3);
    await settle(when(7), { miniProgramId, codeId }, "release", 2);
    expect(await figures()).toMatchObject({ drift: 2, driftSince: at(7) });
    await settle(when(8), { miniProgramId, codeId }, "release", 1);
    expect(await figures()).toMatchObject({ drift: 3, driftSince: at(7) });
  });

  it("does not hold codes against WeChat that were spent after it last spoke", async () => {
    await spend(desk.operator, miniProgramId, 2);
    await says(1, 2);
    await spend(desk.operator, miniProgramId, 5);
    expect(await figures()).toMatchObject({ spent: 7, numUsed: 2, drift: 0 });
  });

  it("is not lowered by an answer that comes late, and heals when a real one comes", async () => {
    await spend(when(0), miniProgramId, 102);
    await says(5, 102, 4);
    await says(6, 101, 4);
    await says(3, 100, 2);
    expect(await figures()).toMatchObject({ numUsed: 102, numUsedAt: at(5), drift: 0 });
    // Asked for when the last one had long been seen: WeChat did count down.
    await says(9, 90, 8);
    expect(await figures()).toMatchObject({ numUsed: 90, drift: -12, driftSince: at(9) });
    await says(10, 102, 10);
    expect(await figures()).toMatchObject({ numUsed: 102, drift: 0, driftSince: null });
  });

  it("is not blamed for what others spent while its answer was on the way", async () => {
    await spend(when(0), miniProgramId, 1);
    await spend(when(6), miniProgramId, 3);
    await says(7, 1, 5);
    expect(await figures()).toMatchObject({ spent: 4, numUsed: 1, drift: 0 });
    await says(8, 1, 8);
    expect(await figures()).toMatchObject({ drift: -3, driftSince: at(8) });
  });

  it("keeps an old answer's higher count, and drops nonsense", async () => {
    await says(5, 10);
    await says(4, 11);
    expect(await figures()).toMatchObject({ numUsed: 11, numUsedAt: at(5) });
    for (const nonsense of [-1, 1.5, Number.NaN, 3_000_000_000]) await says(6, nonsense);
    expect(await figures()).toMatchObject({ numUsed: 11, drift: 11 });
  });
});

describe("booking the drift", () => {
  it("books what was shown or nothing", async () => {
    await says(1, 40);
    for (const expectedDrift of [39, 41, -40]) {
      await expect(
        bookDrift(desk.admin, { miniProgramId, expectedDrift, reason }),
      ).rejects.toMatchObject({ code: "conflict", reason: "quotaDriftChanged" });
    }
    const both = await Promise.allSettled(
      [1, 2].map(() => bookDrift(desk.admin, { miniProgramId, expectedDrift: 40, reason })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await figures()).toMatchObject({ spent: 40, external: 40, drift: 0 });
  });

  it("adjusts downwards when WeChat counted fewer, and what was external shrinks with it", async () => {
    await says(1, 10);
    await bookDrift(desk.admin, { miniProgramId, expectedDrift: 10, reason });
    await says(3, 4);
    expect(await figures()).toMatchObject({ drift: -6 });
    await bookDrift(desk.admin, { miniProgramId, expectedDrift: -6, reason });
    expect(await figures()).toMatchObject({ spent: 4, external: 4, drift: 0, driftSince: null });
    await expectBalanced(desk, miniProgramId);
  });

  it("never passes the limit", async () => {
    await changeLimit(desk.admin, { miniProgramId, limit: 30, reason });
    await says(1, 31);
    await expect(
      bookDrift(desk.admin, { miniProgramId, expectedDrift: 31, reason }),
    ).rejects.toMatchObject({
      code: "quota_exhausted",
      reason: "quotaOverLimit",
      values: { limit: 30, left: 30, wanted: 31 },
    });
    await changeLimit(desk.admin, { miniProgramId, limit: 31, reason });
    await bookDrift(desk.admin, { miniProgramId, expectedDrift: 31, reason });
    expect(await getQuotaOverview(desk.marketing, { miniProgramId })).toMatchObject({
      lifetime: { limit: 31, spent: 31, left: 0, external: 31, level: 100 },
      witness: { numUsed: 31, numUsedAt: at(1) },
      drift: { amount: 0, since: null },
    });
  });
});

describe("correcting by hand", () => {
  it("moves spent, explains as much of WeChat's count, and never falls below nothing", async () => {
    await says(1, 5);
    await adjustSpent(desk.admin, { miniProgramId, amount: 3, reason });
    expect(await figures()).toMatchObject({ spent: 3, external: 0, drift: 2, driftSince: at(1) });
    await expect(
      adjustSpent(desk.admin, { miniProgramId, amount: -4, reason }),
    ).rejects.toMatchObject({ reason: "quotaBelowNothing", values: { spent: 3 } });
    await expect(
      adjustSpent(desk.admin, { miniProgramId, amount: 998, reason }),
    ).rejects.toMatchObject({ reason: "quotaOverLimit" });
    await adjustSpent(desk.admin, { miniProgramId, amount: -3, reason });
    expect(await figures()).toMatchObject({ spent: 0, drift: 5 });
    await expectBalanced(desk, miniProgramId);
  });
});
