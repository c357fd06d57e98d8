import { z } from "zod";
import { LineColor, Width } from "@/lib/mini-programs/schema";
import type { AppKind } from "@/lib/mini-programs/schema";
import type { CallFailure } from "@/lib/wechat-state/schema";
import { Page, Payload, Scene } from "@/lib/scenes/schema";
import { A_PATH_MAX_LENGTH, C_PATH_MAX_BYTES, RESERVED_QUERY_NAME } from "@/lib/wechat/limits";

export const LABEL_MAX_LENGTH = 80;
export const TAGS_MAX_COUNT = 10;
export const TAG_MAX_LENGTH = 30;
export const REASON_MAX_LENGTH = 200;
export const EDIT_CODES_MAX_COUNT = 200;
/** 1 % below WeChat's 5,000 a minute: sent smoothly, none of them is one too many. */
export const CALLS_PER_MINUTE = 4_950;

export const CodeKind = z.enum(["WXACODE", "WXACODE_UNLIMITED", "WXA_QRCODE"]);
export type CodeKind = z.infer<typeof CodeKind>;

export const CodeStatus = z.enum(["queued", "sent", "minted", "refused", "unknown"]);
export type CodeStatus = z.infer<typeof CodeStatus>;

export const EnvVersion = z.enum(["release", "trial", "develop"]);
export type EnvVersion = z.infer<typeof EnvVersion>;

const noScanTime = (text: string) => !text.includes(RESERVED_QUERY_NAME);
const utf8Length = (text: string) => new TextEncoder().encode(text).length;

/** Path of an A code, with its query. */
export const WxacodePath = z
  .string()
  .trim()
  .min(1, { error: "pathMissing" })
  .max(A_PATH_MAX_LENGTH, { error: "pathLong" })
  .refine(noScanTime, { error: "scancodeTime" });

/** Path of a C code: 128 bytes, so Chinese counts three. */
export const WxaqrcodePath = z
  .string()
  .trim()
  .min(1, { error: "pathMissing" })
  .refine((path) => utf8Length(path) <= C_PATH_MAX_BYTES, { error: "pathLongBytes" })
  .refine(noScanTime, { error: "scancodeTime" });

/** A query without a page before it: only a mini game, which has no pages, opens with one. */
export function isQueryOnly(path: string): boolean {
  return path.trimStart().startsWith("?");
}

const Reason = z
  .string()
  .trim()
  .min(1, { error: "reasonMissing" })
  .max(REASON_MAX_LENGTH, { error: "reasonLong" });

const Tag = z.string().trim().min(1).max(TAG_MAX_LENGTH, { error: "tagLong" });

const Common = z.object({
  /** Made once per filled-in form, so that a second click finds the first one's code. */
  requestKey: z.uuid(),
  miniProgramId: z.uuid({ error: "miniProgramMissing" }),
  campaignId: z.uuid().nullable(),
  label: z
    .string()
    .trim()
    .min(1, { error: "labelMissing" })
    .max(LABEL_MAX_LENGTH, { error: "labelLong" }),
  tags: z.array(Tag).max(TAGS_MAX_COUNT, { error: "tagsMany" }),
  width: Width,
});

const Look = z.object({
  autoColor: z.boolean(),
  lineColor: LineColor,
  isHyaline: z.boolean(),
  envVersion: EnvVersion,
});

/** B: the page, and either a scene written by hand or a payload that gets a generated one. */
export const MintUnlimitedInput = z.object({
  kind: z.literal("WXACODE_UNLIMITED"),
  ...Common.shape,
  ...Look.shape,
  page: Page,
  carries: z.discriminatedUnion("as", [
    z.object({ as: z.literal("scene"), scene: Scene }),
    z.object({ as: z.literal("payload"), payload: Payload }),
  ]),
  checkPath: z.boolean(),
});

/** A: one of the 100,000, so a reason is asked for and logged. */
export const MintWxacodeInput = z.object({
  kind: z.literal("WXACODE"),
  ...Common.shape,
  ...Look.shape,
  path: WxacodePath,
  reason: Reason,
});

/** C: square, black, published version only; one of the 100,000 as well. */
export const MintWxaqrcodeInput = z.object({
  kind: z.literal("WXA_QRCODE"),
  ...Common.shape,
  path: WxaqrcodePath,
  reason: Reason,
});

export const MintCodeInput = z.discriminatedUnion("kind", [
  MintUnlimitedInput,
  MintWxacodeInput,
  MintWxaqrcodeInput,
]);
export type MintCodeInput = z.input<typeof MintCodeInput>;

export const RetryCodeInput = z.object({ codeId: z.uuid() });
export type RetryCodeInput = z.input<typeof RetryCodeInput>;

export const EditCodeInput = z.object({
  codeId: z.uuid(),
  label: Common.shape.label,
  tags: Common.shape.tags,
  campaignId: Common.shape.campaignId,
});
export type EditCodeInput = z.input<typeof EditCodeInput>;

export const EditCodesInput = z.object({
  codeIds: z.array(z.uuid()).min(1).max(EDIT_CODES_MAX_COUNT),
  /** Absent: every code stays in its campaign. Null: they belong to none. */
  campaignId: z.uuid().nullish(),
  addTags: Common.shape.tags.default([]),
  /** As many as 200 codes can carry together. */
  removeTags: z
    .array(Tag)
    .max(EDIT_CODES_MAX_COUNT * TAGS_MAX_COUNT)
    .default([]),
});
export type EditCodesInput = z.input<typeof EditCodesInput>;

export interface EditCodesResult {
  /** Codes that were not so already. */
  changedCount: number;
}

export interface CodePicture {
  sha256: string;
  crc32: number;
  byteSize: number;
  mediaType: "image/jpeg" | "image/png";
  pixelWidth: number;
  pixelHeight: number;
}

export interface CodeCallRow {
  id: string;
  endpoint: string;
  outcome: string;
  httpStatus: number | null;
  errcode: number | null;
  errmsg: string | null;
  rid: string | null;
  numUsed: number | null;
  durationMs: number;
  request: unknown;
  startedAt: Date;
}

/** Everything recorded of one code. */
export interface CodeDetail {
  id: string;
  /** Short and readable, as A7K-0412. */
  serial: string;
  miniProgram: {
    id: string;
    name: string;
    wechatAppId: string;
    appKind: AppKind;
    isSandbox: boolean;
  };
  campaign: { id: string; name: string } | null;
  kind: CodeKind;
  status: CodeStatus;
  label: string;
  tags: string[];
  target: string;
  scene: string | null;
  /** Null for the kinds without one. */
  sceneId: string | null;
  /** What the scene stood for when it was made; where it leads now, the scene says. */
  payload: unknown;
  envVersion: EnvVersion;
  checkPath: boolean;
  width: number;
  autoColor: boolean;
  lineColor: string;
  isHyaline: boolean;
  reason: string;
  createdBy: string;
  createdAt: Date;
  sentAt: Date | null;
  mintedAt: Date | null;
  attemptCount: number;
  picture: CodePicture | null;
  /** Name of the download, with the extension the bytes ask for; null while there is no picture. */
  fileName: string | null;
  failure: CallFailure | null;
  /** Whether what failed is put right at the mini program: its pauses, secret, consent or token server. */
  isMendedAtMiniProgram: boolean;
  /** WeChat asked for a pause: sent again by itself after this moment. */
  heldUntil: Date | null;
  /** A second person has to approve it before it is sent. */
  isAwaitingApproval: boolean;
  /** What asking again costs while it is refused: 0 or 1 of the 100,000. */
  quotaCost: number;
  /** How many of the 100,000 it used in the end, by the ledger. */
  quotaSpent: number;
  /** A or C: the last attempt made nothing, but one before it ended unknown and may have been counted. */
  hasEarlierDoubt: boolean;
  /** Whether a person may ask WeChat again now. */
  mayRetry: boolean;
  calls: CodeCallRow[];
}

/** `reused`: the same parameters were minted before, so the stored code is given and nothing is spent. */
export interface MintCodeResult {
  reused: boolean;
  code: CodeDetail;
}

/** What a mint would cost, asked before the act. */
export interface MintPrice {
  /** New codes out of the 100,000: 0 or 1. */
  limitedCount: 0 | 1;
  /** Leads to the same place and differs in its look alone; whether WeChat counts both is not known. */
  lookAlike: { id: string; label: string; status: CodeStatus } | null;
  /** It would wait for a second person. */
  needsApproval: boolean;
  /** A: calls left today, in Beijing; null for the other kinds. */
  callsLeftToday: number | null;
  dailyLimit: number;
  /** The narrowest share that it would use; null when it uses none. */
  budget: { name: string; left: number } | null;
  /** Calls to WeChat: 0 when the stored picture is given. */
  callCount: 0 | 1;
  /** The code that already has these parameters, if any. */
  repeatOf: { id: string; label: string; status: CodeStatus } | null;
  /** Set when the scene already stands for another page. */
  sceneTakenBy: { id: string; label: string; page: string } | null;
  /** The newest of `count` codes whose scan leads to the same page with the same payload already. */
  samePayload: {
    id: string;
    label: string;
    status: CodeStatus;
    serial: string;
    count: number;
  } | null;
  left: number;
  lifetimeLimit: number;
}
