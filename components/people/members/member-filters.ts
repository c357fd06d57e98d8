import { parseAsString, parseAsStringEnum } from "nuqs/server";
import type { MemberRow } from "@/lib/people/member-schema";
import { RoleName } from "@/lib/people/schema";

export const MEMBER_STATES = ["active", "disabled", "noSecondFactor"] as const;
export type MemberState = (typeof MEMBER_STATES)[number];

/** What of the members list stands in the address. */
export const MEMBER_PARAMS = {
  search: parseAsString.withDefault(""),
  role: parseAsStringEnum(RoleName.options),
  state: parseAsStringEnum([...MEMBER_STATES]),
};

export interface MemberFilters {
  search: string;
  role: RoleName | null;
  state: MemberState | null;
}

/** Those who meet every filter; each word of the search has to stand in the name or the mail. */
export function findMembers(members: readonly MemberRow[], filters: MemberFilters): MemberRow[] {
  const { search, role, state } = filters;
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return members.filter((member) => {
    const text = `${member.name} ${member.email}`.toLowerCase();
    return (
      words.every((word) => text.includes(word)) &&
      (role === null || member.role === role) &&
      isInState(member, state)
    );
  });
}

function isInState(member: MemberRow, state: MemberState | null): boolean {
  if (state === null) return true;
  if (state === "disabled") return member.isDisabled;
  return !member.isDisabled && (state === "active" || !member.hasSecondFactor);
}
