import { useTranslations } from "next-intl";
import { PersonAvatar } from "@/components/ui/person-avatar";
import { StatusChip } from "@/components/ui/status-chip";
import type { MemberRow } from "@/lib/people/member-schema";

interface MemberNameProps {
  member: MemberRow;
  isMe: boolean;
}

/** Who it is, in two lines, and what is special about them just now. */
export function MemberName({ member, isMe }: MemberNameProps) {
  const t = useTranslations("people.members");
  return (
    <span className="flex min-w-0 items-center gap-3">
      <PersonAvatar name={member.name} />
      <span className="min-w-0">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium break-words">{member.name}</span>
          {isMe ? <StatusChip tone="default">{t("you")}</StatusChip> : null}
          {member.hasProvider ? <StatusChip tone="default">{t("provider")}</StatusChip> : null}
          {member.resetUntil ? <StatusChip tone="warning">{t("resetOpen")}</StatusChip> : null}
        </span>
        <span className="block text-xs wrap-anywhere text-muted">{member.email}</span>
      </span>
    </span>
  );
}
