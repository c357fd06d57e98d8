import { z } from "zod";
import { RoleName } from "@/lib/people/schema";

export const MemberId = z.strictObject({ userId: z.uuid() });
export type MemberId = z.infer<typeof MemberId>;

export const ChangeRoleInput = MemberId.extend({ role: RoleName });
export type ChangeRoleInput = z.infer<typeof ChangeRoleInput>;

/** A colleague as administrators see them. */
export interface MemberRow {
  id: string;
  name: string;
  email: string;
  role: RoleName;
  isDisabled: boolean;
  createdAt: Date;
  /** The last request of any session; null: not in the last months, or never. */
  lastSeenAt: Date | null;
  hasPassword: boolean;
  /** Whether they sign in by the company's identity provider. */
  hasProvider: boolean;
  hasSecondFactor: boolean;
  /** Keys that work now. */
  apiKeyCount: number;
  /** Until when a link for a new password is open. */
  resetUntil: Date | null;
}

export const SECOND_FACTOR_RULES = ["off", "admins", "everyone"] as const;
export const SecondFactorRuleInput = z.strictObject({ rule: z.enum(SECOND_FACTOR_RULES) });
export type SecondFactorRuleInput = z.infer<typeof SecondFactorRuleInput>;
export type SecondFactorRuleName = SecondFactorRuleInput["rule"];

/** The rule, and how many it would keep to their account page until they have a second factor. */
export interface SecondFactorRuleNow {
  rule: SecondFactorRuleName;
  lacking: { admins: number; everyone: number };
}
