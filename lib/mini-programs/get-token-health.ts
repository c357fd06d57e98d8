import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import type { Prisma, TokenEvent } from "@/lib/db/generated/client";
import { reader } from "@/lib/db/transaction";
import { MiniProgramId } from "@/lib/mini-programs/schema";
import type {
  PlatformConsent,
  TokenFailure,
  TokenHealth,
  TokenServerRow,
} from "@/lib/mini-programs/schema";
import { wechatKeyOf } from "@/lib/mini-programs/wechat-key";
import { describeFailure } from "@/lib/wechat-state/describe-failure";
import { listPauses } from "@/lib/wechat-state/list-pauses";
import { REFRESH_EARLY_MS } from "@/lib/wechat/access-token";
import { CODE_PERMISSION_SET } from "@/lib/wechat/limits";
import { ENDPOINTS, type EndpointName } from "@/lib/wechat/endpoints";
import { findRid } from "@/lib/wechat/parse-errmsg";

const LOOKED_AT_MS = 7 * 24 * 60 * 60 * 1000;
const MOST_FAILURES = 5;

const WITH_WAYS = {
  authorization: { include: { platform: { select: { name: true } } } },
  tokenServer: true,
} satisfies Prisma.MiniProgramInclude;
type WithWays = Prisma.MiniProgramGetPayload<{ include: typeof WITH_WAYS }>;

/** How the tokens of a mini program fare: age, troubles, pauses, and who else seems to take them. */
export async function getTokenHealth(ctx: Context, input: MiniProgramId): Promise<TokenHealth> {
  authorize(ctx, "miniPrograms:read");
  const { id } = MiniProgramId.parse(input);
  const db = reader(ctx);
  const miniProgram = await db.miniProgram.findUnique({ where: { id }, include: WITH_WAYS });
  if (!miniProgram) throw new NotFoundError("miniProgram");
  const since = new Date(ctx.now().getTime() - LOOKED_AT_MS);
  const newest = { orderBy: { at: "desc" as const } };
  const [token, fetched, troubles, withIp, takenOver] = await Promise.all([
    db.accessToken.findUnique({ where: { holderId: id } }),
    db.tokenEvent.findFirst({ where: { holderId: id, kind: "fetched" }, ...newest }),
    db.tokenEvent.findMany({
      where: { holderId: id, kind: { not: "fetched" }, at: { gte: since } },
      take: MOST_FAILURES,
      ...newest,
    }),
    db.tokenEvent.findFirst({ where: { holderId: id, refusedIp: { not: null } }, ...newest }),
    db.tokenEvent.findMany({
      where: { holderId: id, kind: "refused", lifeLeftMs: { gt: 0 }, at: { gte: since } },
      select: { at: true },
      ...newest,
    }),
  ]);
  return {
    token: toToken(token, ctx.now()),
    fetchedAt: fetched?.at ?? null,
    failures: troubles.map(toFailure),
    refusedIp: withIp?.refusedIp ? { address: withIp.refusedIp, at: withIp.at } : null,
    takenOver: { count: takenOver.length, lastAt: takenOver[0]?.at ?? null },
    pauses: await listPauses(ctx, wechatKeyOf(ctx.runtime.env, miniProgram)),
    platform: toConsent(miniProgram),
    tokenServer: toTokenServer(miniProgram),
    hasAppSecret: miniProgram.secretCiphertext !== null,
  };
}

function toToken(
  row: { ciphertext: string | null; expiresAt: Date | null } | null,
  now: Date,
): TokenHealth["token"] {
  if (!row?.ciphertext || !row.expiresAt || row.expiresAt <= now) return null;
  const { expiresAt } = row;
  return { expiresAt, refreshesAt: new Date(expiresAt.getTime() - REFRESH_EARLY_MS) };
}

function toFailure({ id, at, kind, errcode, why, message, endpoint }: TokenEvent): TokenFailure {
  const recorded = {
    errcode,
    why: why ?? "",
    message: message ?? "",
    rid: findRid(message ?? ""),
    quotaUsed: "no" as const,
  };
  const named = endpoint !== null && endpoint in ENDPOINTS ? (endpoint as EndpointName) : undefined;
  return {
    id,
    at,
    kind: kind === "refused" ? "refused" : "failed",
    failure: describeFailure(recorded, named),
  };
}

function toConsent({ authorization }: WithWays): PlatformConsent | null {
  if (!authorization) return null;
  const { platformId, platform, permissionSets, authorizedAt, withdrawnAt } = authorization;
  return {
    platformId,
    platformName: platform.name,
    permissionSets,
    mayMint: permissionSets.includes(CODE_PERMISSION_SET),
    authorizedAt,
    withdrawnAt,
  };
}

function toTokenServer({ tokenServer }: WithWays): TokenServerRow | null {
  if (!tokenServer) return null;
  const { url, headerName, secretCiphertext, tokenPath, expiryPath } = tokenServer;
  return { url, headerName, hasHeaderSecret: secretCiphertext !== null, tokenPath, expiryPath };
}
