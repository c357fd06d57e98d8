"use client";

import { useFormatter, useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import type { StatusTone } from "@/components/ui/status-chip";
import type { QuotaEntryKind, QuotaEntryRow } from "@/lib/quota/schema";

const TONES: Record<QuotaEntryKind, StatusTone> = {
  reserve: "default",
  spend: "warning",
  release: "success",
  external: "danger",
  adjust: "danger",
  limit: "accent",
};
const SIGNED = new Set<QuotaEntryKind>(["external", "adjust", "limit"]);

/** The kind of a line in one word, and how many codes it is about. */
export function EntryAmount({ entry }: { entry: QuotaEntryRow }) {
  const t = useTranslations("quota.kinds");
  const format = useFormatter();
  const { kind, amount } = entry;
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <StatusChip tone={TONES[kind]}>{t(kind)}</StatusChip>
      <span className="font-medium">
        {format.number(amount, SIGNED.has(kind) ? { signDisplay: "exceptZero" } : undefined)}
      </span>
    </span>
  );
}
