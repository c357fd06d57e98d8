import { Ban, CircleCheck, Clock, Hourglass } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import type { StatusTone } from "@/components/ui/status-chip";
import type { InviteState } from "@/lib/people/account-link-schema";

const LOOKS: Record<InviteState, { tone: StatusTone; icon: LucideIcon }> = {
  open: { tone: "warning", icon: Hourglass },
  used: { tone: "success", icon: CircleCheck },
  expired: { tone: "default", icon: Clock },
  revoked: { tone: "default", icon: Ban },
};

export function InviteStateChip({ state }: { state: InviteState }) {
  const t = useTranslations("people.invites.states");
  const { tone, icon } = LOOKS[state];
  return (
    <StatusChip tone={tone} icon={icon}>
      {t(state)}
    </StatusChip>
  );
}
