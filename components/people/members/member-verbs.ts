import type { MadeAccountLink } from "@/lib/people/account-link-schema";
import type { ChangeRoleInput, MemberId } from "@/lib/people/member-schema";
import type { ActionResult } from "@/lib/web/define-action";

/** What an administrator does to a colleague. */
export interface MemberVerbs {
  changeRole: (input: ChangeRoleInput) => Promise<ActionResult<void>>;
  disable: (input: MemberId) => Promise<ActionResult<void>>;
  enable: (input: MemberId) => Promise<ActionResult<void>>;
  endSessions: (input: MemberId) => Promise<ActionResult<void>>;
  resetSecondFactor: (input: MemberId) => Promise<ActionResult<void>>;
  makeResetLink: (input: MemberId) => Promise<ActionResult<MadeAccountLink>>;
}
