import { authorize } from "@/lib/access/authorize";
import { codeIdentity, codeParameters, isLimited } from "@/lib/codes/code-parameters";
import { requirePath } from "@/lib/codes/require-path";
import { MintCodeInput } from "@/lib/codes/schema";
import type { MintPrice } from "@/lib/codes/schema";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import { reader } from "@/lib/db/transaction";

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
  const { lifetimeLimit, spent, reserved } = quota;
  return {
    limitedCount: isLimited(parsed.kind) && !repeatOf ? 1 : 0,
    callCount: repeatOf ? 0 : 1,
    repeatOf,
    sceneTakenBy: repeatOf ? null : await findOtherPage(ctx, parsed, scene),
    left: lifetimeLimit - spent - reserved,
    lifetimeLimit,
  };
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
