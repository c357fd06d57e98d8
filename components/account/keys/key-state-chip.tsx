import { Ban, CircleCheck, Clock } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import type { StatusTone } from "@/components/ui/status-chip";
import type { ApiKeyState } from "@/lib/people/api-key-schema";

const LOOKS: Record<ApiKeyState, { tone: StatusTone; icon: LucideIcon }> = {
  working: { tone: "success", icon: CircleCheck },
  expired: { tone: "default", icon: Clock },
  revoked: { tone: "default", icon: Ban },
};

export function KeyStateChip({ state }: { state: ApiKeyState }) {
  const t = useTranslations("account.keys.states");
  const { tone, icon } = LOOKS[state];
  return (
    <StatusChip tone={tone} icon={icon}>
      {t(state)}
    </StatusChip>
  );
}
