import { CircleCheck, CircleX, Hourglass } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import type { StatusTone } from "@/components/ui/status-chip";
import type { DeliveryStatus } from "@/lib/webhooks/schema";

const LOOKS: Record<DeliveryStatus, { tone: StatusTone; icon: LucideIcon }> = {
  waiting: { tone: "warning", icon: Hourglass },
  delivered: { tone: "success", icon: CircleCheck },
  failed: { tone: "danger", icon: CircleX },
};

export function DeliveryStatusChip({ status }: { status: DeliveryStatus }) {
  const t = useTranslations("webhooks.deliveryStates");
  const { tone, icon } = LOOKS[status];
  return (
    <StatusChip tone={tone} icon={icon}>
      {t(status)}
    </StatusChip>
  );
}
