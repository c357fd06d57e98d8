import { CircleCheck, CircleHelp, CircleX, Clock, Send } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { StatusTone } from "@/components/ui/status-chip";
import type { CodeStatus } from "@/lib/codes/schema";

/** Icon and tone of each status, the same on every screen. */
export const STATUS_LOOKS: Record<CodeStatus, { icon: LucideIcon; tone: StatusTone }> = {
  queued: { icon: Clock, tone: "default" },
  sent: { icon: Send, tone: "default" },
  minted: { icon: CircleCheck, tone: "success" },
  refused: { icon: CircleX, tone: "danger" },
  unknown: { icon: CircleHelp, tone: "warning" },
};
