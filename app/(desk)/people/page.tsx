import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import {
  changeRoleAction,
  disablePersonAction,
  enablePersonAction,
  endSessionsAction,
  invitePersonAction,
  makeResetLinkAction,
  resetSecondFactorAction,
  revokeAnyApiKeyAction,
  revokeInviteAction,
  setSecondFactorRuleAction,
} from "@/app/(desk)/people/actions";
import { PageHeader } from "@/components/layout/page-header";
import { AllKeys } from "@/components/people/all-keys";
import { FactorRuleForm } from "@/components/people/factor-rule-form";
import { InviteButton } from "@/components/people/invites/invite-button";
import { InviteList } from "@/components/people/invites/invite-list";
import { MemberList } from "@/components/people/members/member-list";
import { getSecondFactorRule } from "@/lib/people/get-second-factor-rule";
import { listAllApiKeys } from "@/lib/people/list-all-api-keys";
import { listInvites } from "@/lib/people/list-invites";
import { listMembers } from "@/lib/people/list-members";
import { mayOpen } from "@/lib/web/may-open";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";

export async function generateMetadata() {
  const t = await getTranslations("people");
  return { title: t("title") };
}

export default async function PeoplePage() {
  const { userId } = await requirePerson();
  const ctx = await pageContext();
  if (!(await mayOpen(ctx, "people:write"))) redirect("/");
  const t = await getTranslations("people");
  const [members, invites, rule, keys] = await Promise.all([
    listMembers(ctx),
    listInvites(ctx),
    getSecondFactorRule(ctx),
    listAllApiKeys(ctx),
  ]);
  const me = members.find(({ id }) => id === userId);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={<InviteButton invite={invitePersonAction} />}
      />
      <div className="flex flex-col gap-4">
        <MemberList
          members={members}
          myId={userId}
          changeRole={changeRoleAction}
          disable={disablePersonAction}
          enable={enablePersonAction}
          endSessions={endSessionsAction}
          resetSecondFactor={resetSecondFactorAction}
          makeResetLink={makeResetLinkAction}
        />
        <InviteList invites={invites} invite={invitePersonAction} revoke={revokeInviteAction} />
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <FactorRuleForm
            key={rule.rule}
            now={rule}
            lackIt={me?.hasSecondFactor === false && me.hasPassword}
            setRule={setSecondFactorRuleAction}
          />
          <AllKeys keys={keys} revoke={revokeAnyApiKeyAction} />
        </div>
      </div>
    </>
  );
}
