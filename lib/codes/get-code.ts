import { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import { ENDPOINT_OF_KIND } from "@/lib/codes/call-wechat";
import { isLimited } from "@/lib/codes/code-parameters";
import { pictureFileName } from "@/lib/codes/file-name";
import { isMendedAtMiniProgram } from "@/lib/codes/mended-at-mini-program";
import type { CodeDetail, CodePicture } from "@/lib/codes/schema";
import type { Context } from "@/lib/core/context";
import { NotFoundError } from "@/lib/core/errors";
import type { Prisma } from "@/lib/db/generated/client";
import { reader } from "@/lib/db/transaction";
import { findErrcode } from "@/lib/wechat/errcodes/find-errcode";
import { describeFailure } from "@/lib/wechat-state/describe-failure";
import type { CallFailure } from "@/lib/wechat-state/schema";

const GetCodeInput = z.object({ codeId: z.uuid() });

const WITH_EVERYTHING = {
  miniProgram: {
    select: { id: true, name: true, wechatAppId: true, appKind: true, isSandbox: true },
  },
  campaign: { select: { id: true, name: true } },
  meaning: { select: { id: true, payload: true } },
  picture: { omit: { createdAt: true } },
  calls: { orderBy: [{ startedAt: "asc" }, { id: "asc" }], omit: { codeId: true } },
} satisfies Prisma.CodeInclude;

type FullCode = Prisma.CodeGetPayload<{ include: typeof WITH_EVERYTHING }>;

/** Everything recorded of a code; throws NotFoundError. */
export async function getCode(ctx: Context, input: { codeId: string }): Promise<CodeDetail> {
  authorize(ctx, "codes:read");
  const parsed = GetCodeInput.safeParse(input);
  const code =
    parsed.success &&
    (await reader(ctx).code.findUnique({
      where: { id: parsed.data.codeId },
      include: WITH_EVERYTHING,
    }));
  if (!code) throw new NotFoundError("code");
  const spends = await reader(ctx).quotaEntry.findMany({
    where: { codeId: code.id, kind: "spend" },
    select: { amount: true },
  });
  return toDetail(
    code,
    spends.reduce((sum, { amount }) => sum + amount, 0),
  );
}

function toDetail(code: FullCode, quotaSpent: number): CodeDetail {
  const { miniProgram, campaign, kind, status, label, tags, target, scene } = code;
  const picture = toPicture(code.picture);
  const failure = toFailure(code);
  return {
    id: code.id,
    serial: code.serial,
    miniProgram,
    campaign,
    kind,
    status,
    label,
    tags,
    target,
    scene,
    sceneId: code.meaning?.id ?? null,
    payload: code.meaning?.payload ?? null,
    envVersion: code.envVersion,
    checkPath: code.checkPath,
    width: code.width,
    autoColor: code.autoColor,
    lineColor: code.lineColor,
    isHyaline: code.isHyaline,
    reason: code.reason,
    createdBy: code.createdBy,
    createdAt: code.createdAt,
    sentAt: code.sentAt,
    mintedAt: code.mintedAt,
    attemptCount: code.attemptCount,
    picture,
    fileName: picture && pictureFileName(label, picture.mediaType),
    failure,
    isMendedAtMiniProgram: failure !== null && isMendedAtMiniProgram(failure),
    heldUntil: status === "queued" ? code.heldUntil : null,
    isAwaitingApproval: status === "queued" && code.isAwaitingApproval,
    quotaCost: code.quotaCost,
    quotaSpent,
    hasEarlierDoubt: code.isInDoubt && surelyMadeNothing(code),
    mayRetry: status === "refused" || status === "unknown",
    calls: code.calls.map(({ attemptToken: _token, ...call }) => call),
  };
}

function toPicture(picture: FullCode["picture"]): CodePicture | null {
  if (!picture) return null;
  const mediaType = picture.mediaType === "image/png" ? "image/png" : "image/jpeg";
  return { ...picture, mediaType, crc32: Number(picture.crc32) };
}

/** Whether the last attempt, on its own, used nothing up. */
function surelyMadeNothing({ kind, failureErrcode, failureWhy }: FullCode): boolean {
  if (failureErrcode === null) return failureWhy?.startsWith("not_sent:") ?? false;
  return findErrcode(failureErrcode, ENDPOINT_OF_KIND[kind]).quotaUsed === "no";
}

function toFailure(code: FullCode): CallFailure | null {
  if (code.failureWhy === null) return null;
  const kept = isLimited(code.kind) && (code.status === "unknown" || code.isInDoubt);
  return describeFailure(
    {
      errcode: code.failureErrcode,
      why: code.failureWhy,
      message: code.failureMessage ?? "",
      rid: code.failureRid,
      quotaUsed: kept ? "unknown" : "no",
    },
    ENDPOINT_OF_KIND[code.kind],
  );
}
