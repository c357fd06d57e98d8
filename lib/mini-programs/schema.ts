import { z } from "zod";
import type { CallFailure, CallPause } from "@/lib/wechat-state/schema";
import { WIDTH_MAX, WIDTH_MIN } from "@/lib/wechat/limits";

export const NAME_MAX_LENGTH = 60;

/** The shape WeChat gives every AppID; what belongs to whom only WeChat knows. */
export const WechatAppId = z
  .string()
  .trim()
  .regex(/^wx[0-9a-f]{16}$/, { error: "appIdShape" });
export const AppSecret = z
  .string()
  .trim()
  .regex(/^[0-9a-f]{32}$/, { error: "appSecretShape" });

export const LineColor = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, { error: "colorShape" })
  .transform((color) => color.toUpperCase());

export const Width = z
  .number({ error: "widthRange" })
  .int({ error: "widthRange" })
  .min(WIDTH_MIN, { error: "widthRange" })
  .max(WIDTH_MAX, { error: "widthRange" });

export const AppKind = z.enum(["mini_program", "mini_game"]);
export type AppKind = z.infer<typeof AppKind>;

export const TokenSource = z.enum(["stable", "classic", "token_server", "platform"]);
export type TokenSource = z.infer<typeof TokenSource>;

const Basics = z.object({
  name: z
    .string()
    .trim()
    .min(1, { error: "nameMissing" })
    .max(NAME_MAX_LENGTH, { error: "nameLong" }),
  defaultPage: z
    .string()
    .trim()
    .max(256, { error: "pageLong" })
    .regex(/^[^/?][^?]*$|^$/, { error: "pageShape" }),
  defaultWidth: Width,
  defaultLineColor: LineColor,
});

export const RegisterMiniProgramInput = Basics.extend({
  appKind: AppKind.default("mini_program"),
  wechatAppId: WechatAppId,
  appSecret: AppSecret,
});
export type RegisterMiniProgramInput = z.input<typeof RegisterMiniProgramInput>;

export const UpdateMiniProgramInput = Basics.extend({
  id: z.uuid(),
  appKind: AppKind,
  /** Out of the list the server gives; empty for the usual one. */
  apiHost: z.string().max(253),
  repeatUnknownLimited: z.boolean(),
});
export type UpdateMiniProgramInput = z.input<typeof UpdateMiniProgramInput>;

/** Empty: the one that is stored stays. */
const AppSecretOrEmpty = z.union([z.literal(""), AppSecret]);

/** A dotted way through JSON, such as `data.access_token` or `tokens.0.value`. */
const JsonPath = z
  .string()
  .trim()
  .max(200, { error: "jsonPathShape" })
  .regex(/^[^.\s]+(\.[^.\s]+)*$/, { error: "jsonPathShape" });

export const TokenServerFields = z.object({
  url: z
    .url({ protocol: /^https?$/, error: "tokenServerUrlShape" })
    .max(1024, { error: "tokenServerUrlShape" })
    .refine((url) => !/^https?:\/\/[^/]*@/.test(url), { error: "tokenServerUrlCredentials" }),
  headerName: z
    .string()
    .trim()
    .regex(/^([!#$%&'*+.^_`|~0-9A-Za-z-]{1,100})?$/, { error: "headerNameShape" }),
  /** Empty: the one that is stored stays. */
  headerSecret: z
    .string()
    .trim()
    .max(2048, { error: "headerSecretShape" })
    .regex(/^[\x20-\x7e]*$/, { error: "headerSecretShape" }),
  tokenPath: JsonPath,
  /** Empty: the answer does not say, so the token is asked for again each minute. */
  expiryPath: z.union([z.literal(""), JsonPath]),
});
export type TokenServerFields = z.input<typeof TokenServerFields>;

export const TestTokenServerInput = TokenServerFields.extend({ id: z.uuid() });
export type TestTokenServerInput = z.input<typeof TestTokenServerInput>;

/** Where the tokens of a mini program come from, with what that way needs. */
export const ChooseTokenSourceInput = z.discriminatedUnion("tokenSource", [
  z.object({ id: z.uuid(), tokenSource: z.literal("stable"), appSecret: AppSecretOrEmpty }),
  z.object({ id: z.uuid(), tokenSource: z.literal("classic"), appSecret: AppSecretOrEmpty }),
  TokenServerFields.extend({ id: z.uuid(), tokenSource: z.literal("token_server") }),
  z.object({ id: z.uuid(), tokenSource: z.literal("platform") }),
]);
export type ChooseTokenSourceInput = z.input<typeof ChooseTokenSourceInput>;

export const StartAuthorizationInput = z.object({
  platformId: z.uuid(),
  /** One that is registered already; null lets the person choose at WeChat. */
  miniProgramId: z.uuid().nullable(),
});
export type StartAuthorizationInput = z.input<typeof StartAuthorizationInput>;

export const FinishAuthorizationInput = z.object({
  platformId: z.uuid(),
  authorizationCode: z.string().min(1).max(1024),
  state: z.string().max(1024),
});
export type FinishAuthorizationInput = z.input<typeof FinishAuthorizationInput>;

export const MiniProgramId = z.object({ id: z.uuid() });
export type MiniProgramId = z.input<typeof MiniProgramId>;

/** A mini program as the screens may see it: everything but the secret. */
export interface MiniProgramRow {
  id: string;
  name: string;
  wechatAppId: string;
  appKind: AppKind;
  tokenSource: TokenSource;
  apiHost: string;
  repeatUnknownLimited: boolean;
  isSandbox: boolean;
  defaultPage: string;
  defaultWidth: number;
  defaultLineColor: string;
  archivedAt: Date | null;
  createdAt: Date;
  checkedAt: Date | null;
  /** Null while unchecked or when WeChat accepted the secret. */
  checkFailure: CallFailure | null;
  /** Since when the gate signs its answers; null: it does not. */
  signingKeyAt: Date | null;
  /** How long single scans are kept; their daily figures stay. */
  scanRetentionDays: number;
  quota: QuotaNumbers;
}

/** The lifetime count of the limited kinds, A and C together. */
export interface QuotaNumbers {
  lifetimeLimit: number;
  spent: number;
  reserved: number;
  left: number;
  /** WeChat's own count at its last answer; null when it never said. */
  numUsed: number | null;
  numUsedAt: Date | null;
}

export type CredentialCheck = { accepted: true } | { accepted: false; failure: CallFailure };

/** What the company's token server answered to a try. */
export interface TokenServerTest {
  /** What is left of the token's life; null when the answer does not say. */
  expiresInSeconds: number | null;
}

/** How the tokens of a mini program fare, for the people who look after it. */
export interface TokenHealth {
  /** The token every process shares; null when there is none now. */
  token: { expiresAt: Date; refreshesAt: Date } | null;
  fetchedAt: Date | null;
  /** The newest first, at most five of the last seven days. */
  failures: TokenFailure[];
  /** The address WeChat last refused, to be put on its whitelist. */
  refusedIp: { address: string; at: Date } | null;
  /** Tokens refused in the last seven days although they should still have worked. */
  takenOver: { count: number; lastAt: Date | null };
  pauses: CallPause[];
  platform: PlatformConsent | null;
  tokenServer: TokenServerRow | null;
  /** Whether an AppSecret is stored, so that its field may stay empty. */
  hasAppSecret: boolean;
}

export interface TokenFailure {
  id: string;
  at: Date;
  /** `refused`: WeChat did not take a token; `failed`: none could be had. */
  kind: "refused" | "failed";
  failure: CallFailure;
}

/** What a mini program's owner allowed a platform. */
export interface PlatformConsent {
  platformId: string;
  platformName: string;
  permissionSets: number[];
  /** Set 17: without it no code can be minted. */
  mayMint: boolean;
  authorizedAt: Date;
  withdrawnAt: Date | null;
}

/** The company's token server without its secret. */
export interface TokenServerRow {
  url: string;
  headerName: string;
  hasHeaderSecret: boolean;
  tokenPath: string;
  expiryPath: string;
}
