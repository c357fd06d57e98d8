import { authorize } from "@/lib/access/authorize";
import { codeIdentity, codeParameters } from "@/lib/codes/code-parameters";
import { findSamePayload } from "@/lib/codes/find-same-payload";
import { findLookAlike, quotaCostOf } from "@/lib/codes/price-quota";
import { requirePath } from "@/lib/codes/require-path";
import { MintCodeInput } from "@/lib/codes/schema";
import type { MintPrice } from "@/lib/codes/schema";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { reader } from "@/lib/db/transaction";
import { callsLeftToday } from "@/lib/quota/calls-left-today";
import { listBudgets } from "@/lib/quota/list-budgets";
import { needsApproval } from "@/lib/quota/needs-approval";

const WHO = { id: true, label: true, status: true } as const;

/** What minting this would cost, and what already stands in its place. Changes nothing. */
export async function priceMint(ctx: Context, input: MintCodeInput): Promise<MintPrice> {
  authorize(ctx, "codes:mint");
  const parsed = MintCodeInput.parse(input);
  const { miniProgramId } = parsed;
  const db = reader(ctx);
  const quota = await db.quotaCounter.findUnique({
    where: { miniProgramId },
    include: { miniProgram: { select: { appKind: true } } },
  });
  if (!quota) throw new NotFoundError("miniProgram");
  const scene =
    parsed.kind === "WXACODE_UNLIMITED" && parsed.carries.as === "scene"
      ? parsed.carries.scene
      : null;
  const parameters = codeParameters(parsed, scene);
  requirePath(quota.miniProgram.appKind, parameters.target);
  const identity = codeIdentity(parameters);
  const repeatOf = await db.code.findFirst({
    where: { miniProgramId, identity, status: { not: "refused" } },
    select: WHO,
  });
  const lookAlike = repeatOf ? null : await findLookAlike(db, miniProgramId, parameters);
  const limitedCount = repeatOf ? 0 : quotaCostOf(parameters, lookAlike, quota);
  const { lifetimeLimit, spent, reserved, dailyLimit } = quota;
  return {
    limitedCount,
    lookAlike,
    callCount: repeatOf ? 0 : 1,
    repeatOf,
    sceneTakenBy: repeatOf ? null : await findOtherPage(ctx, parsed, scene),
    samePayload: await findSamePayload(db, parsed),
    left: lifetimeLimit - spent - reserved,
    lifetimeLimit,
    needsApproval: needsApproval(limitedCount, quota),
    callsLeftToday: parsed.kind === "WXACODE" ? await callsLeftToday(ctx, quota) : null,
    dailyLimit,
    budget: limitedCount > 0 ? await narrowestBudget(ctx, parsed) : null,
  };
}

/** Of the campaign's and the person's shares the one with less left; null when neither has one. */
async function narrowestBudget(
  ctx: Context,
  { miniProgramId, campaignId }: ReturnType<typeof MintCodeInput.parse>,
): Promise<MintPrice["budget"]> {
  const budgets = await listBudgets(ctx, { miniProgramId });
  const mine = budgets.filter(({ holder }) =>
    holder.kind === "campaign" ? holder.id === campaignId : holder.id === ctx.actor.id,
  );
  const [narrowest] = mine.toSorted((one, other) => one.left - other.left);
  return narrowest ? { name: narrowest.holder.name, left: narrowest.left } : null;
}

async function findOtherPage(
  ctx: Context,
  input: ReturnType<typeof MintCodeInput.parse>,
  scene: string | null,
): Promise<MintPrice["sceneTakenBy"]> {
  if (input.kind !== "WXACODE_UNLIMITED" || scene === null) return null;
  const { miniProgramId, page } = input;
  const code = await reader(ctx).code.findFirst({
    where: {
      miniProgramId,
      scene,
      status: { not: "refused" },
      meaning: { page: { not: page } },
    },
    select: { ...WHO, target: true },
  });
  return code && { id: code.id, label: code.label, page: code.target };
}
