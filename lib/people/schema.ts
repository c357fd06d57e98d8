import { z } from "zod";

export const PASSWORD_MIN_LENGTH = 8;
export const PASSWORD_MAX_LENGTH = 256;

export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, { error: "emailShape" })
  .pipe(z.email({ error: "emailShape" }));

export const Password = z
  .string()
  .min(PASSWORD_MIN_LENGTH, { error: "passwordShort" })
  .max(PASSWORD_MAX_LENGTH, { error: "passwordLong" });

export const SignInInput = z.object({
  email: z.string().trim().toLowerCase().max(254),
  password: z.string().max(PASSWORD_MAX_LENGTH),
  /** Six digits or a recovery code; empty until it is asked for. */
  code: z.string().trim().max(64, { error: "secondFactorWrong" }).default(""),
  /** What the browser keeps of an earlier sign-in. */
  device: z.string().max(128).default(""),
});
export type SignInInput = z.input<typeof SignInInput>;

export const PersonName = z
  .string()
  .trim()
  .min(1, { error: "personNameMissing" })
  .max(60, { error: "personNameLong" });

export const RoleName = z.enum(["admin", "operator", "marketing"], { error: "roleMissing" });
export type RoleName = z.infer<typeof RoleName>;

export const CreateUserInput = z.object({
  email: Email,
  name: PersonName,
  role: RoleName,
  password: Password,
});
export type CreateUserInput = z.input<typeof CreateUserInput>;

export const ChangePasswordInput = z.object({
  currentPassword: z.string().max(PASSWORD_MAX_LENGTH),
  newPassword: Password,
});
export type ChangePasswordInput = z.input<typeof ChangePasswordInput>;

/** A colleague as others may see them. */
export interface PersonRow {
  id: string;
  name: string;
  role: CreateUserInput["role"];
  isDisabled: boolean;
}

/** The person behind a session. */
export interface SignedInPerson {
  sessionId: string;
  userId: string;
  name: string;
  email: string;
  role: RoleName;
  /** What they chose on their account page; null: as the browser says. */
  locale: string | null;
  /** An IANA name; null: Beijing's. */
  timeZone: string | null;
  theme: string | null;
  /** The desk's rule asks for a second factor they do not have: nothing but setting it up is open. */
  mustSetUpSecondFactor: boolean;
}
