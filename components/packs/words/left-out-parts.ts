import { LEFT_OUT_REASONS } from "@/lib/packs/schema";
import type { LeftOut, LeftOutReason } from "@/lib/packs/schema";

export interface LeftOutPart {
  reason: LeftOutReason;
  count: number;
}

/** The reasons that left anything out, always in the same order. */
export function leftOutParts(leftOut: LeftOut): LeftOutPart[] {
  return LEFT_OUT_REASONS.flatMap((reason) => {
    const count = leftOut[reason] ?? 0;
    return count > 0 ? [{ reason, count }] : [];
  });
}

export function leftOutTotal(leftOut: LeftOut): number {
  return leftOutParts(leftOut).reduce((total, { count }) => total + count, 0);
}
