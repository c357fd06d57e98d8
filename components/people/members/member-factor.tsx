import { LockKeyhole, LockKeyholeOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import type { MemberRow } from "@/lib/people/member-schema";

interface MemberFactorProps {
  member: MemberRow;
  /** Says what is on or off, where no column does. */
  isNamed?: boolean;
}

/** How a person proves themselves beyond a password. */
export function MemberFactor({ member, isNamed = false }: MemberFactorProps) {
  const t = useTranslations("people.members");
  const state = member.hasSecondFactor ? "factorOn" : "factorOff";
  const Icon = member.hasSecondFactor ? LockKeyhole : LockKeyholeOpen;
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Icon
        aria-hidden
        className={`size-3.5 ${member.hasSecondFactor ? "text-success" : "text-muted"}`}
      />
      <span className={member.hasSecondFactor ? undefined : "text-muted"}>
        {isNamed ? t("factorNamed", { state: t(state) }) : t(state)}
      </span>
    </span>
  );
}
