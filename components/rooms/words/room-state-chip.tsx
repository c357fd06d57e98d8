import { Ban, CircleCheck, Clock } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import type { StatusTone } from "@/components/ui/status-chip";
import type { RoomState } from "@/lib/rooms/schema";

const LOOKS: Record<RoomState, { tone: StatusTone; icon: LucideIcon }> = {
  open: { tone: "success", icon: CircleCheck },
  expired: { tone: "default", icon: Clock },
  revoked: { tone: "default", icon: Ban },
};

export function RoomStateChip({ state }: { state: RoomState }) {
  const t = useTranslations("logRooms.states");
  const { tone, icon } = LOOKS[state];
  return (
    <StatusChip tone={tone} icon={icon}>
      {t(state)}
    </StatusChip>
  );
}
