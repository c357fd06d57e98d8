"use client";

import { useTranslations } from "next-intl";
import { MemberFactor } from "@/components/people/members/member-factor";
import { MemberMenu } from "@/components/people/members/member-menu";
import { MemberName } from "@/components/people/members/member-name";
import { MemberRole } from "@/components/people/members/member-role";
import type { MemberRowsProps } from "@/components/people/members/member-rows";
import { MemberStateChip } from "@/components/people/members/member-state-chip";
import { TimeStamp } from "@/components/ui/time-stamp";

/** Colleagues on a phone: a row becomes a card. */
export function MemberCards({ members, myId, onAct, onRole }: MemberRowsProps) {
  const t = useTranslations("people.members");
  return (
    <ul aria-label={t("title")} className="divide-y divide-separator border-t border-separator">
      {members.map((member) => {
        const isMe = member.id === myId;
        const mayChange = !isMe && !member.isDisabled;
        return (
          <li key={member.id} className="flex flex-col gap-2 px-4 py-3">
            <div className="flex items-start gap-2">
              <span className="min-w-0 flex-1">
                <MemberName member={member} isMe={isMe} />
              </span>
              {isMe ? null : <MemberMenu member={member} onAct={(act) => onAct(member, act)} />}
            </div>
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 ps-10 text-sm">
              <MemberRole
                member={member}
                onChoose={mayChange ? (role) => onRole(member, role) : undefined}
              />
              {member.isDisabled ? <MemberStateChip isDisabled /> : null}
              <MemberFactor isNamed member={member} />
            </div>
            <p className="flex flex-wrap gap-x-3 ps-10 text-xs text-muted">
              <span>
                {member.lastSeenAt ? (
                  <>
                    {t("seen")} <TimeStamp at={member.lastSeenAt} />
                  </>
                ) : (
                  t("neverSeen")
                )}
              </span>
              {member.apiKeyCount > 0 ? (
                <span>{t("keys", { count: member.apiKeyCount })}</span>
              ) : null}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
