import type { QuotaLevel } from "@/components/layout/quota-level";
import type { QuotaOverview } from "@/lib/quota/schema";

/** Amber from 80 %, red from 95 %. */
export function levelTone(level: QuotaOverview["lifetime"]["level"]): QuotaLevel {
  if (level === null) return "accent";
  return level >= 95 ? "danger" : "warning";
}
