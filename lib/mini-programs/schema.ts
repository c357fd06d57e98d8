import { z } from "zod";
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

const Defaults = z.object({
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

export const RegisterMiniProgramInput = Defaults.extend({
  wechatAppId: WechatAppId,
  appSecret: AppSecret,
});
export type RegisterMiniProgramInput = z.input<typeof RegisterMiniProgramInput>;

export const UpdateMiniProgramInput = Defaults.extend({ id: z.uuid() });
export type UpdateMiniProgramInput = z.input<typeof UpdateMiniProgramInput>;

export const RotateSecretInput = z.object({ id: z.uuid(), appSecret: AppSecret });
export type RotateSecretInput = z.input<typeof RotateSecretInput>;

export const MiniProgramId = z.object({ id: z.uuid() });
export type MiniProgramId = z.input<typeof MiniProgramId>;

/** A mini program as the screens may see it: everything but the secret. */
export interface MiniProgramRow {
  id: string;
  name: string;
  wechatAppId: string;
  isSandbox: boolean;
  defaultPage: string;
  defaultWidth: number;
  defaultLineColor: string;
  archivedAt: Date | null;
  createdAt: Date;
  checkedAt: Date | null;
  /** Null while unchecked or when WeChat accepted the secret. */
  checkFailure: CallFailure | null;
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

/** What went wrong with a call, in words for operators in both languages. */
export interface CallFailure {
  errcode: number | null;
  /** Our word when there is no errcode: timeout, reset, html, … */
  why: string;
  message: string;
  rid: string | null;
  quotaUsed: "no" | "unknown";
  words: Record<"zh" | "en", { cause: string; fix: string }>;
}

export type CredentialCheck = { accepted: true } | { accepted: false; failure: CallFailure };
