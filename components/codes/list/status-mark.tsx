"use client";

import { Tooltip } from "@heroui/react";
import { useTranslations } from "next-intl";
import { STATUS_LOOKS } from "@/components/codes/words/status-looks";
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
}

/** The status as an icon whose tool tip says why. */
export function StatusMark({ status, cause }: StatusMarkProps) {
  const t = useTranslations("codes");
  const { icon: Icon, tone } = STATUS_LOOKS[status];
  const why = cause ?? t(`statusWhy.${status}`);
  return (
    <Tooltip>
      <Tooltip.Trigger
        role="img"
        tabIndex={0}
        aria-label={`${t(`status.${status}`)}: ${why}`}
        className="inline-flex rounded-md p-1"
      >
        <Icon aria-hidden className={`size-4.5 ${COLORS[tone]}`} />
      </Tooltip.Trigger>
      <Tooltip.Content className="max-w-72">
        <strong className="block font-medium">{t(`status.${status}`)}</strong>
        {why}
      </Tooltip.Content>
    </Tooltip>
  );
}
