"use client";

import { Tooltip } from "@heroui/react";
import { useTranslations } from "next-intl";
import { STATUS_LOOKS } from "@/components/codes/words/status-looks";
import { useClockTime } from "@/components/codes/words/use-clock-time";
import type { CodeStatus } from "@/lib/codes/schema";

const COLORS = {
  success: "text-success-soft-foreground",
  danger: "text-danger-soft-foreground",
  warning: "text-warning-soft-foreground",
  accent: "text-accent",
  default: "text-muted",
};

interface StatusMarkProps {
  status: CodeStatus;
  /** Why it stands as it does, where WeChat said so. */
  cause: string | undefined;
  /** A queued code that a pause holds back. */
  heldUntil: Date | null;
}

/** The status as an icon whose tool tip says why. */
export function StatusMark({ status, cause, heldUntil }: StatusMarkProps) {
  const t = useTranslations("codes");
  const { icon: Icon, tone } = STATUS_LOOKS[status];
  const clockTime = useClockTime();
  const time = heldUntil && clockTime(heldUntil);
  const word = time ? t("heldUntil", { time }) : t(`status.${status}`);
  const why = time
    ? [cause, t("statusWhy.held", { time })].filter(Boolean).join(" ")
    : (cause ?? t(`statusWhy.${status}`));
  return (
    <Tooltip>
      <Tooltip.Trigger
        role="img"
        tabIndex={0}
        aria-label={`${word}: ${why}`}
        className="inline-flex rounded-md p-1"
      >
        <Icon aria-hidden className={`size-4.5 ${COLORS[tone]}`} />
      </Tooltip.Trigger>
      <Tooltip.Content className="max-w-72">
        <strong className="block font-medium">{word}</strong>
        {why}
      </Tooltip.Content>
    </Tooltip>
  );
}
