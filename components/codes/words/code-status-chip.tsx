"use client";

import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import { STATUS_LOOKS } from "@/components/codes/words/status-looks";
import { useClockTime } from "@/components/codes/words/use-clock-time";
import type { CodeStatus } from "@/lib/codes/schema";

interface CodeStatusChipProps {
  status: CodeStatus;
  /** A queued code that a pause holds back. */
  heldUntil?: Date | null;
}

export function CodeStatusChip({ status, heldUntil = null }: CodeStatusChipProps) {
  const t = useTranslations("codes");
  const clockTime = useClockTime();
  const { icon, tone } = STATUS_LOOKS[status];
  return (
    <StatusChip tone={tone} icon={icon}>
      {heldUntil ? t("heldUntil", { time: clockTime(heldUntil) }) : t(`status.${status}`)}
    </StatusChip>
  );
}
