import { Ban, CircleCheck, Clock, Hourglass } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import type { StatusTone } from "@/components/ui/status-chip";
import type { PackLinkState } from "@/lib/packs/link-schema";

const LOOKS: Record<PackLinkState, { tone: StatusTone; icon: LucideIcon }> = {
  open: { tone: "success", icon: CircleCheck },
  used_up: { tone: "default", icon: Hourglass },
  expired: { tone: "default", icon: Clock },
  revoked: { tone: "default", icon: Ban },
};

export function LinkStateChip({ state }: { state: PackLinkState }) {
  const t = useTranslations("packLinks.states");
  const { tone, icon } = LOOKS[state];
  return (
    <StatusChip tone={tone} icon={icon}>
      {t(state)}
    </StatusChip>
  );
}
