import { Eye, Hammer, ShieldCheck } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import type { StatusTone } from "@/components/ui/status-chip";
import type { RoleName } from "@/lib/people/schema";

const LOOKS: Record<RoleName, { tone: StatusTone; icon: LucideIcon }> = {
  admin: { tone: "accent", icon: ShieldCheck },
  operator: { tone: "default", icon: Hammer },
  marketing: { tone: "default", icon: Eye },
};

export function RoleChip({ role }: { role: RoleName }) {
  const t = useTranslations("frame.roles");
  const { tone, icon } = LOOKS[role];
  return (
    <StatusChip tone={tone} icon={icon}>
      {t(role)}
    </StatusChip>
  );
}
