import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import type { MemberRow } from "@/lib/people/member-schema";
import type { RoleName } from "@/lib/people/schema";

/** Something asked for, that waits for a yes. */
export type AskedAct =
  | { act: "disable" | "enable" | "endSessions" | "resetSecondFactor"; member: MemberRow }
  | { act: "changeRole"; member: MemberRow; role: RoleName };

export type MenuAct = "resetLink" | Exclude<AskedAct["act"], "changeRole">;

/** What may be done to a colleague in their present state. */
export function menuActs(member: MemberRow): MenuAct[] {
  if (member.isDisabled) return ["enable"];
  return [
    "resetLink",
    ...(member.hasSecondFactor ? (["resetSecondFactor"] as const) : []),
    "endSessions",
    "disable",
  ];
}

/** What the question of a new role is about; null: nothing is lost and little gained, so none is asked. */
export function roleQuestion(from: RoleName, to: RoleName): "takesAway" | "givesAll" | null {
  if (ROLE_PERMISSIONS[from].some((held) => !ROLE_PERMISSIONS[to].includes(held))) {
    return "takesAway";
  }
  return to === "admin" ? "givesAll" : null;
}
