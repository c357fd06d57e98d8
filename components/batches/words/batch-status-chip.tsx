"use client";

import { Ban, CircleCheck, CirclePause, LoaderCircle, UserRoundCheck } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import type { StatusTone } from "@/components/ui/status-chip";
import type { BatchStatus } from "@/lib/batches/schema";

const LOOKS: Record<BatchStatus, { icon: LucideIcon; tone: StatusTone }> = {
  awaiting_approval: { icon: UserRoundCheck, tone: "warning" },
  running: { icon: LoaderCircle, tone: "accent" },
  paused: { icon: CirclePause, tone: "warning" },
  cancelled: { icon: Ban, tone: "default" },
  done: { icon: CircleCheck, tone: "success" },
};

export function BatchStatusChip({ status }: { status: BatchStatus }) {
  const t = useTranslations("batches.status");
  const { icon, tone } = LOOKS[status];
  return (
    <StatusChip tone={tone} icon={icon}>
      {t(status)}
    </StatusChip>
  );
}
