"use client";

import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import { STATUS_LOOKS } from "@/components/codes/words/status-looks";
import type { CodeStatus } from "@/lib/codes/schema";

export function CodeStatusChip({ status }: { status: CodeStatus }) {
  const t = useTranslations("codes.status");
  const { icon, tone } = STATUS_LOOKS[status];
  return (
    <StatusChip tone={tone} icon={icon}>
      {t(status)}
    </StatusChip>
  );
}
