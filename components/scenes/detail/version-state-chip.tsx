"use client";

import { CalendarClock, CircleCheck, CircleX, History } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import type { VersionState } from "@/lib/scenes/schema";

const LOOKS = {
  in_force: { tone: "success", icon: CircleCheck },
  ahead: { tone: "warning", icon: CalendarClock },
  cancelled: { tone: "default", icon: CircleX },
  past: { tone: "default", icon: History },
} as const;

export function VersionStateChip({ state }: { state: VersionState }) {
  const t = useTranslations("scenes.detail.versions.states");
  const { tone, icon } = LOOKS[state];
  return (
    <StatusChip tone={tone} icon={icon}>
      {t(state)}
    </StatusChip>
  );
}
