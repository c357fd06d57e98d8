"use client";

import { Button } from "@heroui/react";
import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { ConfirmAct } from "@/components/people/members/confirm-act";
import { roleQuestion } from "@/components/people/members/member-act";
import type { AskedAct, MenuAct } from "@/components/people/members/member-act";
import { MemberCards } from "@/components/people/members/member-cards";
import { findMembers, MEMBER_PARAMS } from "@/components/people/members/member-filters";
import { MemberTable } from "@/components/people/members/member-table";
import { MemberTools } from "@/components/people/members/member-tools";
import type { MemberVerbs } from "@/components/people/members/member-verbs";
import { ResetLinkDialog } from "@/components/people/members/reset-link-dialog";
import { useMemberAct } from "@/components/people/members/use-member-act";
import { EmptyState } from "@/components/ui/empty-state";
import { ListBody } from "@/components/ui/list-body";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SectionCard } from "@/components/ui/section-card";
import type { MemberRow } from "@/lib/people/member-schema";
import type { RoleName } from "@/lib/people/schema";

const SHOWN_AT_FIRST = 50;

interface MemberListProps extends MemberVerbs {
  members: readonly MemberRow[];
  myId: string;
}

/** Everyone with an account, and what an administrator does to one of them. */
export function MemberList({ members, myId, ...verbs }: MemberListProps) {
  const t = useTranslations("people.members");
  const [filters, setFilters] = useQueryStates(MEMBER_PARAMS);
  const [showsAll, setShowsAll] = useState(false);
  const [asked, setAsked] = useState<AskedAct | null>(null);
  const [resetFor, setResetFor] = useState<MemberRow | null>(null);
  const atOnce = useMemberAct(verbs);
  const found = findMembers(members, filters);
  const shown = showsAll ? found : found.slice(0, SHOWN_AT_FIRST);

  function act(member: MemberRow, act: MenuAct) {
    if (act === "resetLink") setResetFor(member);
    else if (act === "enable") void atOnce.run({ act, member });
    else setAsked({ act, member });
  }

  function chooseRole(member: MemberRow, role: RoleName) {
    const wanted: AskedAct = { act: "changeRole", member, role };
    if (roleQuestion(member.role, role)) setAsked(wanted);
    else void atOnce.run(wanted);
  }

  const rows = { members: shown, myId, onAct: act, onRole: chooseRole };
  return (
    <SectionCard isFlush title={t("count", { count: members.length })} description={t("text")}>
      <MemberTools
        filters={filters}
        onChange={(changes) => void setFilters(changes)}
        onClear={() => void setFilters(null)}
      />
      <div className="px-5 pb-3 empty:hidden">
        {atOnce.problem ? <ProblemBanner problem={atOnce.problem} /> : null}
      </div>
      <ListBody
        isReading={false}
        table={<MemberTable {...rows} />}
        cards={<MemberCards {...rows} />}
        empty={
          found.length > 0 ? null : (
            <EmptyState icon={SearchX} title={t("nobody")}>
              {t("nobodyText")}
            </EmptyState>
          )
        }
      />
      {shown.length < found.length ? (
        <div className="border-t border-separator p-3 text-center">
          <Button variant="ghost" onPress={() => setShowsAll(true)}>
            {t("showAll", { count: found.length })}
          </Button>
        </div>
      ) : null}
      <ConfirmAct {...verbs} asked={asked} onClose={() => setAsked(null)} />
      {resetFor ? (
        <ResetLinkDialog
          key={resetFor.id}
          member={resetFor}
          makeResetLink={verbs.makeResetLink}
          onClose={() => setResetFor(null)}
        />
      ) : null}
    </SectionCard>
  );
}
