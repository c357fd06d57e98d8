import { z } from "zod";
import { Id, Moment } from "@/lib/api/schema";
import type { BudgetRow, QuotaOverview } from "@/lib/quota/schema";

const Budget = z
  .object({
    id: Id,
    holder: z.object({ kind: z.enum(["campaign", "person"]), id: Id, name: z.string() }),
    share: z.int(),
    used: z.int(),
    left: z.int(),
  })
  .meta({ id: "Budget" });

/** What is left of a mini program's codes of the limited kinds, as programs see it. */
export const Quota = z
  .object({
    miniProgramId: Id,
    limit: z.int().describe("For a lifetime, A and C together; WeChat grants 100,000."),
    spent: z.int(),
    reserved: z.int().describe("Asked for, and neither spent nor given back yet."),
    left: z.int().describe("`limit` less `spent` and `reserved`."),
    external: z.int().describe("The part of `spent` that was minted past this desk and booked."),
    level: z.int().nullable().describe("Highest of 80, 90, 95, 100 per cent reached."),
    dailyLimit: z.int().describe("Calls of A a day, in Beijing."),
    callsLeftToday: z.int().min(0),
    approvalThreshold: z
      .int()
      .nullable()
      .describe("More codes of the limited kinds at once than this wait for a second person."),
    callsPerMinute: z.int(),
    forecast: z.object({
      perDay: z.number().describe("Mean of the last `windowDays` whole days."),
      windowDays: z.int(),
      fullOn: z.iso.date().nullable().describe("The day the quota is used up, in Beijing."),
      why: z
        .enum(["noSpending", "alreadyFull", "overACentury"])
        .nullable()
        .describe("Why `fullOn` is null."),
    }),
    witness: z.object({
      numUsed: z.int().nullable().describe("WeChat's own count at its last answer."),
      numUsedAt: Moment.nullable(),
    }),
    drift: z.object({
      amount: z.int().describe("What WeChat counts more than this desk, or less."),
      since: Moment.nullable(),
    }),
    budgets: z.array(Budget).describe("Shares of campaigns and people."),
  })
  .meta({ id: "Quota" });

export function quotaView(
  overview: QuotaOverview,
  budgets: readonly BudgetRow[],
): z.input<typeof Quota> {
  const { miniProgramId, lifetime, today, settings, forecast, witness, drift } = overview;
  const { limit, spent, reserved, left, external, level } = lifetime;
  const { perDay, windowDays, fullOn, why } = forecast;
  return {
    miniProgramId,
    limit,
    spent,
    reserved,
    left,
    external,
    level,
    dailyLimit: today.dailyLimit,
    callsLeftToday: today.aCallsLeft,
    approvalThreshold: settings.approvalThreshold,
    callsPerMinute: settings.callsPerMinute,
    forecast: { perDay, windowDays, fullOn, why },
    witness: {
      numUsed: witness.numUsed,
      numUsedAt: witness.numUsedAt?.toISOString() ?? null,
    },
    drift: { amount: drift.amount, since: drift.since?.toISOString() ?? null },
    budgets: budgets.map(budgetView),
  };
}

function budgetView({ id, holder, share, used, left }: BudgetRow): z.input<typeof Budget> {
  const { kind, id: holderId, name } = holder;
  return { id, holder: { kind, id: holderId, name }, share, used, left };
}
