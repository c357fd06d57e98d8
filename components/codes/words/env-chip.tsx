"use client";

import { FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import type { EnvVersion } from "@/lib/codes/schema";

/** Marks what must never be printed; nothing for the published version. */
export function EnvChip({ envVersion }: { envVersion: EnvVersion }) {
  const t = useTranslations("codes.env");
  if (envVersion === "release") return null;
  return (
    <StatusChip tone="danger" icon={FlaskConical}>
      {t(envVersion)}
    </StatusChip>
  );
}
