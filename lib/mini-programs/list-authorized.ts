import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";
import { PlatformId } from "@/lib/platforms/schema";
import { CODE_PERMISSION_SET } from "@/lib/wechat/limits";

const MOST = 500;

/** A mini program whose owner authorised a platform. */
export interface AuthorizedRow {
  id: string;
  name: string;
  wechatAppId: string;
  permissionSets: number[];
  /** Set 17: without it no code can be minted. */
  mayMint: boolean;
  authorizedAt: Date;
  withdrawnAt: Date | null;
}

/** Who authorised a platform, the latest first; at most 500. */
export async function listAuthorized(ctx: Context, input: PlatformId): Promise<AuthorizedRow[]> {
  authorize(ctx, "miniPrograms:read");
  const { id: platformId } = PlatformId.parse(input);
  const rows = await reader(ctx).platformAuthorization.findMany({
    where: { platformId },
    orderBy: [{ authorizedAt: "desc" }, { miniProgramId: "asc" }],
    take: MOST,
    select: {
      permissionSets: true,
      authorizedAt: true,
      withdrawnAt: true,
      miniProgram: { select: { id: true, name: true, wechatAppId: true } },
    },
  });
  return rows.map(({ miniProgram, ...consent }) => ({
    ...miniProgram,
    ...consent,
    mayMint: consent.permissionSets.includes(CODE_PERMISSION_SET),
  }));
}
