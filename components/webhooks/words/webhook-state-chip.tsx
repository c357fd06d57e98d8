import { CircleCheck, CircleSlash, TriangleAlert } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import type { StatusTone } from "@/components/ui/status-chip";
import { webhookState } from "@/components/webhooks/words/webhook-state";
import type { WebhookState } from "@/components/webhooks/words/webhook-state";
import type { WebhookRow } from "@/lib/webhooks/schema";

const LOOKS: Record<WebhookState, { tone: StatusTone; icon: LucideIcon }> = {
  working: { tone: "success", icon: CircleCheck },
  failing: { tone: "warning", icon: TriangleAlert },
  disabled: { tone: "default", icon: CircleSlash },
};

interface WebhookStateChipProps {
  webhook: Pick<WebhookRow, "disabledAt" | "failingSince">;
}

export function WebhookStateChip({ webhook }: WebhookStateChipProps) {
  const t = useTranslations("webhooks.states");
  const state = webhookState(webhook);
  const { tone, icon } = LOOKS[state];
  return (
    <StatusChip tone={tone} icon={icon}>
      {t(state)}
    </StatusChip>
  );
}
