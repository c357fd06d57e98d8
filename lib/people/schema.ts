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
});
export type SignInInput = z.input<typeof SignInInput>;

export const CreateUserInput = z.object({
  email: Email,
  name: z.string().trim().min(1).max(60),
  role: z.enum(["admin", "operator", "marketing"]),
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
  role: "admin" | "operator" | "marketing";
}
