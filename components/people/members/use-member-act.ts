"use client";

import { useTranslations } from "next-intl";
import type { AskedAct } from "@/components/people/members/member-act";
import type { MemberVerbs } from "@/components/people/members/member-verbs";
import { useRefreshingAction } from "@/components/ui/use-refreshing-action";
import type { ActionResult } from "@/lib/web/define-action";

type Verbs = Omit<MemberVerbs, "makeResetLink">;

/** Does to a colleague what was asked for, and says that it is done. */
export function useMemberAct(verbs: Verbs) {
  const t = useTranslations("people.acts");
  const tRoles = useTranslations("frame.roles");
  const { run, ...state } = useRefreshingAction((asked: AskedAct) => perform(verbs, asked));

  function performed(asked: AskedAct): string {
    const { name } = asked.member;
    if (asked.act !== "changeRole") return t(`${asked.act}.done`, { name });
    return t("changeRole.done", { name, role: tRoles(asked.role) });
  }

  return { ...state, run: (asked: AskedAct) => run(asked, performed(asked)) };
}

function perform(verbs: Verbs, asked: AskedAct): Promise<ActionResult<void>> {
  const userId = asked.member.id;
  return asked.act === "changeRole"
    ? verbs.changeRole({ userId, role: asked.role })
    : verbs[asked.act]({ userId });
}
