import { z } from "zod";
import { Email, Password, PersonName, RoleName } from "@/lib/people/schema";

export const INVITE_DAYS_MAX = 30;

export const InvitePersonInput = z.strictObject({
  email: Email,
  name: PersonName,
  role: RoleName,
  days: z
    .int({ error: "inviteDays" })
    .min(1, { error: "inviteDays" })
    .max(INVITE_DAYS_MAX, { error: "inviteDays" }),
});
export type InvitePersonInput = z.input<typeof InvitePersonInput>;

/** The address is told here and never again. */
export interface MadeAccountLink {
  linkId: string;
  url: string;
  expiresAt: Date;
  /** Whether the mail server took it; null when the desk has none. */
  isMailed: boolean | null;
}

export const InviteId = z.strictObject({ linkId: z.uuid() });
export type InviteId = z.infer<typeof InviteId>;

export const INVITE_STATES = ["open", "used", "expired", "revoked"] as const;
export type InviteState = (typeof INVITE_STATES)[number];

/** An invite as the desk shows it; what it is reached by is kept nowhere. */
export interface InviteRow {
  id: string;
  email: string;
  name: string;
  role: RoleName;
  state: InviteState;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}

export const AccountLinkToken = z.strictObject({ token: z.string().max(200) });
export type AccountLinkToken = z.infer<typeof AccountLinkToken>;

/** What the page behind an open link tells its guest. */
export interface OpenAccountLink {
  kind: "invite" | "reset";
  email: string;
  name: string;
  role: RoleName;
  /** Who made it. */
  createdBy: string;
  expiresAt: Date;
}

export const AcceptInviteInput = AccountLinkToken.extend({ name: PersonName, password: Password });
export type AcceptInviteInput = z.input<typeof AcceptInviteInput>;

export const ResetPasswordInput = AccountLinkToken.extend({ password: Password });
export type ResetPasswordInput = z.input<typeof ResetPasswordInput>;
