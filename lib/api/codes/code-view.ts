import { z } from "zod";
import { codeParts, CodeSummary, imageUrl } from "@/lib/api/codes/code-summary";
import { Id, Moment } from "@/lib/api/schema";
import type { CodeDetail } from "@/lib/codes/schema";
import type { Locale } from "@/lib/i18n/locales";

const CodePicture = z
  .object({
    sha256: z.string(),
    mediaType: z.enum(["image/jpeg", "image/png"]),
    byteSize: z.int(),
    width: z.int().describe("In pixels."),
    height: z.int().describe("In pixels."),
    fileName: z.string().nullable(),
    imageUrl: z.url().describe("Where the bytes are to be had, with a key."),
  })
  .meta({ id: "CodePicture" });

const CodeFailure = z
  .object({
    errcode: z.int().nullable().describe("WeChat's; null when it gave none."),
    why: z.string().describe("A word for programs; more may come."),
    message: z.string().describe("WeChat's errmsg, or the network's."),
    rid: z.string().nullable().describe("WeChat's name for the call, for its support."),
    quotaUsed: z.enum(["no", "unknown"]),
    cause: z.string().describe("In the language of Accept-Language (zh-CN, en)."),
    fix: z.string(),
  })
  .meta({ id: "CodeFailure" });

/** A code as programs see it. */
export const Code = CodeSummary.extend({
  sceneId: Id.nullable(),
  payload: z.unknown().describe("What the scene stood for when it was made."),
  checkPath: z.boolean(),
  autoColor: z.boolean(),
  reason: z.string().describe("Why one of the limited kinds was wanted."),
  sentAt: Moment.nullable(),
  attemptCount: z.int().min(0),
  picture: CodePicture.nullable(),
  failure: CodeFailure.nullable(),
  isAwaitingApproval: z.boolean().describe("A second person has to approve it first."),
  quotaCost: z.int().describe("What asking again costs while it is refused: 0 or 1."),
  quotaSpent: z.int().describe("How many of the 100,000 it used in the end."),
  hasEarlierDoubt: z
    .boolean()
    .describe("An attempt before the last one ended unknown and may have been counted."),
  mayRetry: z.boolean(),
}).meta({ id: "Code" });

export function codeView(
  code: CodeDetail,
  { publicUrl, locale }: { publicUrl: string; locale: Locale },
): z.input<typeof Code> {
  const { sceneId, payload, checkPath, autoColor, reason, attemptCount } = code;
  const { isAwaitingApproval, quotaCost, quotaSpent, hasEarlierDoubt, mayRetry } = code;
  return {
    ...codeParts(code),
    miniProgram: { id: code.miniProgram.id, name: code.miniProgram.name },
    campaign: code.campaign && { id: code.campaign.id, name: code.campaign.name },
    imageUrl: code.picture && imageUrl(code.id, publicUrl),
    sceneId,
    payload,
    checkPath,
    autoColor,
    reason,
    sentAt: code.sentAt?.toISOString() ?? null,
    attemptCount,
    picture: pictureView(code, publicUrl),
    failure: failureView(code, locale),
    isAwaitingApproval,
    quotaCost,
    quotaSpent,
    hasEarlierDoubt,
    mayRetry,
  };
}

function pictureView({ id, picture, fileName }: CodeDetail, publicUrl: string) {
  if (!picture) return null;
  const { sha256, mediaType, byteSize, pixelWidth: width, pixelHeight: height } = picture;
  const url = imageUrl(id, publicUrl);
  return { sha256, mediaType, byteSize, width, height, fileName, imageUrl: url };
}

function failureView({ failure }: CodeDetail, locale: Locale) {
  if (!failure) return null;
  const { errcode, why, message, rid, quotaUsed, words } = failure;
  const { cause, fix } = words[locale === "en" ? "en" : "zh"];
  return { errcode, why, message, rid, quotaUsed, cause, fix };
}
