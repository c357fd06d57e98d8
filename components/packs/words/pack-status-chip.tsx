"use client";

import { Ban, CircleCheck, CircleX, LoaderCircle, Trash2, TriangleAlert } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import type { StatusTone } from "@/components/ui/status-chip";
import type { PackStatus } from "@/lib/packs/schema";

const LOOKS: Record<PackStatus, { icon: LucideIcon; tone: StatusTone }> = {
  preparing: { icon: LoaderCircle, tone: "accent" },
  ready: { icon: CircleCheck, tone: "success" },
  failed: { icon: CircleX, tone: "danger" },
  cancelled: { icon: Ban, tone: "default" },
  removed: { icon: Trash2, tone: "default" },
};

interface PackStatusChipProps {
  status: PackStatus;
  /** Pictures that are missing in it; left out where there is no room to say so. */
  problemCount?: number;
}

export function PackStatusChip({ status, problemCount = 0 }: PackStatusChipProps) {
  const t = useTranslations("packs");
  if (status === "ready" && problemCount > 0) {
    return (
      <StatusChip tone="warning" icon={TriangleAlert}>
        {t("incomplete", { count: problemCount })}
      </StatusChip>
    );
  }
  const { icon, tone } = LOOKS[status];
  return (
    <StatusChip tone={tone} icon={icon}>
      {t(`status.${status}`)}
    </StatusChip>
  );
}
