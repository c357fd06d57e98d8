"use client";

import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import type { CodeKind } from "@/lib/codes/schema";

/** The kind in one word; amber for the two that use up the 100,000. */
export function KindChip({ kind }: { kind: CodeKind }) {
  const t = useTranslations("codes.kindShort");
  return (
    <StatusChip tone={kind === "WXACODE_UNLIMITED" ? "default" : "warning"}>{t(kind)}</StatusChip>
  );
}
