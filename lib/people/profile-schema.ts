import { z } from "zod";
import { PASSWORD_MAX_LENGTH, PersonName } from "@/lib/people/schema";
import type { RoleName } from "@/lib/people/schema";

export const THEMES = ["system", "light", "dark"] as const;
const LocaleName = z.enum(["zh-CN", "en"]);

/** A place in the time zone database, such as Asia/Shanghai; bare offsets know no summer time. */
export const TimeZone = z
  .string()
  .max(64, { error: "timeZoneUnknown" })
  .refine(isTimeZone, { error: "timeZoneUnknown" });

export const UpdateProfileInput = z.strictObject({
  name: PersonName,
  /** Null: as the browser says. */
  locale: LocaleName.nullable(),
  /** Null: Beijing's. */
  timeZone: TimeZone.nullable(),
  /** Null: as the browser says. */
  theme: z.enum(THEMES).nullable(),
});
export type UpdateProfileInput = z.infer<typeof UpdateProfileInput>;

export const ChooseLocaleInput = z.strictObject({ locale: LocaleName });
export type ChooseLocaleInput = z.infer<typeof ChooseLocaleInput>;

/** The caller's own account. */
export interface Account {
  id: string;
  email: string;
  name: string;
  role: RoleName;
  locale: UpdateProfileInput["locale"];
  timeZone: string | null;
  theme: UpdateProfileInput["theme"];
  hasPassword: boolean;
  /** Who vouches for them when they sign in elsewhere. */
  providerIssuer: string | null;
  hasSecondFactor: boolean;
  createdAt: Date;
}

/** A signed-in browser of the caller's. */
export interface SessionRow {
  id: string;
  address: string;
  userAgent: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  /** The one that asks. */
  isThis: boolean;
}

export const SessionId = z.strictObject({ sessionId: z.uuid() });
export type SessionId = z.infer<typeof SessionId>;

/** Why a password is easy to guess; `errors.passwordGuessable` says each. */
export const PASSWORD_WEAKNESSES = [
  "common",
  "name",
  "own",
  "keyboard",
  "sequence",
  "repeat",
  "date",
  "short",
] as const;
export type PasswordWeakness = (typeof PASSWORD_WEAKNESSES)[number];

export const RatePasswordInput = z.strictObject({
  password: z.string().max(PASSWORD_MAX_LENGTH, { error: "passwordLong" }),
  /** Of an invite or a reset, for those who are not signed in. */
  token: z.string().max(200).nullable(),
});
export type RatePasswordInput = z.infer<typeof RatePasswordInput>;

/** 0 is guessed at once, 4 hardly ever; from 3 on it may be used. */
export interface PasswordRating {
  score: number;
  isEnough: boolean;
  weakness: PasswordWeakness | null;
}

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).format(0) !== "";
  } catch {
    return false;
  }
}
