import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import type { TransactionContext } from "@/lib/db/transaction";
import { adjustSpent } from "@/lib/quota/adjust-spent";
import { bookDrift } from "@/lib/quota/book-drift";
import { changeLimit } from "@/lib/quota/change-limit";
import { countCalls } from "@/lib/quota/count-calls";
import { recordNumUsed } from "@/lib/quota/record-num-used";
import { reserveQuota } from "@/lib/quota/reserve-quota";
import { setBudget } from "@/lib/quota/set-budget";
import { settleReservation } from "@/lib/quota/settle-reservation";
import { addCampaign, addMiniProgram, counterOf } from "@/lib/testing/quota-desk";
import { expectBalanced, inTransaction, openQuotaDesk } from "@/lib/testing/quota-desk";
import type { QuotaDesk } from "@/lib/testing/quota-desk";

let desk: QuotaDesk;
beforeAll(async () => {
  desk = await openQuotaDesk();
});
afterAll(() => desk.close());

/** How a transaction ends: well, undone by an error, or with its connection killed under it. */
const ending = fc.constantFrom("commit", "commit", "commit", "rollback", "kill");
type Ending = "commit" | "rollback" | "kill";

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant("reserve"),
      count: fc.integer({ min: 1, max: 6 }),
      ending,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant("spend"),
      count: fc.integer({ min: 1, max: 3 }),
      ending,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant("release"),
      count: fc.integer({ min: 1, max: 3 }),
      ending,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constantFrom("witness", "book", "adjust", "limit", "share"),
      count: fc.integer({ min: -4, max: 9 }),
      ending: fc.constant<Ending>("commit"),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

class Undone extends Error {}

/** How often each thing came to pass, so that the test cannot pass by doing nothing. */
const happened = new Map<string, number>();
const note = (what: string) => happened.set(what, (happened.get(what) ?? 0) + 1);

/** What the workers know has been committed; the ledger must say the same. */
interface Truth {
  spent: number;
  reserved: number;
}

/** Takes its steps one after the other; what it reserved it spends or gives back. */
async function work(
  ctx: Context,
  { miniProgramId, campaignId }: { miniProgramId: string; campaignId: string },
  steps: readonly Step[],
  truth: Truth,
): Promise<void> {
  const held: { move: { codeId?: string; batchId?: string }; open: number }[] = [];

  async function attempt(ending: string, act: (tctx: TransactionContext) => Promise<void>) {
    try {
      await inTransaction(ctx, async (tctx) => {
        await act(tctx);
        if (ending === "rollback") throw new Undone();
        if (ending === "kill") {
          await tctx.tx.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())::text`;
        }
      });
      note("committed");
      return true;
    } catch (error) {
      if (error instanceof DomainError) note(error.reason);
      else if (error instanceof Undone || ending === "kill") note(ending);
      else throw error;
      return false;
    }
  }

  async function move(step: Step) {
    const { act, count, ending } = step;
    if (act === "reserve") {
      const id = randomUUID();
      const move = count % 2 === 0 ? { codeId: id } : { batchId: id };
      const reserve = { miniProgramId, campaignId, reason: "海报", count, ...move };
      if (!(await attempt(ending, (tctx) => reserveQuota(tctx, reserve)))) return;
      held.push({ move, open: count });
      truth.reserved += count;
      return;
    }
    const mine = held[0];
    if (!mine) return;
    const amount = Math.min(count, mine.open);
    const outcome = act === "spend" ? "spend" : "release";
    const isDone = await attempt(ending, async (tctx) => {
      const settled = { miniProgramId, reason: "海报", ...mine.move };
      await settleReservation(tctx, settled, outcome, amount);
      const call = { endpoint: "getwxacode", startedAt: new Date(), outcome: "picture" };
      await countCalls(tctx, miniProgramId, [call]);
    });
    if (!isDone) return;
    truth.reserved -= amount;
    if (outcome === "spend") truth.spent += amount;
    mine.open -= amount;
    if (mine.open === 0) held.shift();
  }

  async function govern({ act, count }: Step) {
    const reason = "核对";
    try {
      const { numUsed, drift, lifetimeLimit } = await counterOf(desk, miniProgramId);
      if (act === "witness") {
        const said = Math.max(0, (numUsed ?? 0) + count);
        await inTransaction(ctx, (tctx) => recordNumUsed(tctx, miniProgramId, said));
      }
      if (act === "book") {
        await bookDrift(desk.admin, { miniProgramId, expectedDrift: drift, reason });
        truth.spent += drift;
      }
      if (act === "adjust") {
        await adjustSpent(desk.admin, { miniProgramId, amount: count, reason });
        truth.spent += count;
      }
      if (act === "limit") {
        await changeLimit(desk.admin, { miniProgramId, limit: lifetimeLimit + count, reason });
      }
      if (act === "share") {
        const holder = { kind: "campaign", id: campaignId } as const;
        await setBudget(desk.admin, { miniProgramId, holder, share: 10 + count });
      }
    } catch (error) {
      // A drift or an adjustment of 0 is bad input.
      const isExpected = error instanceof DomainError || (error as Error).name === "ZodError";
      if (!isExpected) throw error;
    }
  }

  for (const step of steps) {
    await (["reserve", "spend", "release"].includes(step.act) ? move(step) : govern(step));
  }
}

/** Two of one person, who ask for more than their share and than a small limit: chance may ask for less. */
const greedy = Array.from({ length: 2 }, (): Step[] => [
  { act: "reserve", count: 1, ending: "rollback" },
  { act: "reserve", count: 1, ending: "kill" },
  ...Array.from({ length: 5 }, (): Step => ({ act: "reserve", count: 6, ending: "commit" })),
]);

test(
  "many at once, with crashes in between: the ledger is always the sum of its lines, and never past the limit",
  { timeout: 240_000 },
  async () => {
    const workers = fc.array(fc.array(step, { minLength: 4, maxLength: 14 }), {
      minLength: 3,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(workers, fc.integer({ min: 5, max: 40 }), async (workers, limit) => {
        const miniProgramId = await addMiniProgram(desk, limit);
        const campaignId = await addCampaign(desk);
        const person = { kind: "person", id: desk.operator.actor.id ?? "" } as const;
        await setBudget(desk.admin, { miniProgramId, holder: person, share: 25 });
        const truth: Truth = { spent: 0, reserved: 0 };
        await Promise.all(
          workers.map((steps, index) =>
            work(
              index % 3 === 2 ? desk.admin : desk.operator,
              { miniProgramId, campaignId },
              steps,
              truth,
            ),
          ),
        );
        expect(await counterOf(desk, miniProgramId)).toMatchObject({ ...truth });
        await expectBalanced(desk, miniProgramId);
      }),
      {
        numRuns: 12,
        endOnFailure: true,
        examples: [
          [greedy, 40],
          [greedy, 5],
        ],
      },
    );
    const wanted = ["committed", "rollback", "kill", "quotaExhausted", "budgetExhausted"];
    expect([...happened.keys()]).toEqual(expect.arrayContaining(wanted));
  },
);

test("forty people ask at once for what ten can have: ten get it, thirty are told so", async () => {
  const miniProgramId = await addMiniProgram(desk, 10);
  const campaignId = await addCampaign(desk);
  const attempts = await Promise.allSettled(
    Array.from({ length: 40 }, () =>
      inTransaction(desk.operator, (tctx) =>
        reserveQuota(tctx, { miniProgramId, campaignId, codeId: randomUUID(), reason: "海报" }),
      ),
    ),
  );
  const refused = attempts.flatMap((attempt) =>
    attempt.status === "rejected" ? [attempt.reason as DomainError] : [],
  );
  expect(refused).toHaveLength(30);
  for (const error of refused) {
    expect(error).toMatchObject({
      code: "quota_exhausted",
      reason: "quotaExhausted",
      values: { limit: 10, left: 0, wanted: 1 },
    });
  }
  await expectBalanced(desk, miniProgramId);
});
