import type { MenuAct } from "@/components/people/members/member-act";
import type { MemberRow } from "@/lib/people/member-schema";
import type { RoleName } from "@/lib/people/schema";

/** What the table and the cards of the members both are given. */
export interface MemberRowsProps {
  members: readonly MemberRow[];
  /** Nobody does any of this to themselves. */
  myId: string;
  onAct: (member: MemberRow, act: MenuAct) => void;
  onRole: (member: MemberRow, role: RoleName) => void;
}
