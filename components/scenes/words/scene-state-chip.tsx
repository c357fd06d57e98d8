"use client";

import { CalendarClock, CircleCheck, CircleOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import type { SceneState } from "@/lib/scenes/schema";

const LOOKS = {
  live: { tone: "success", icon: CircleCheck },
  ahead: { tone: "warning", icon: CalendarClock },
  retired: { tone: "danger", icon: CircleOff },
} as const;

export function SceneStateChip({ state }: { state: SceneState }) {
  const t = useTranslations("scenes.list.states");
  const { tone, icon } = LOOKS[state];
  return (
    <StatusChip tone={tone} icon={icon}>
      {t(state)}
    </StatusChip>
  );
}
