import type { CodeParameters } from "@/lib/codes/code-parameters";
import { isLimited } from "@/lib/codes/code-parameters";
import type { CodeStatus } from "@/lib/codes/schema";
import type { Transaction } from "@/lib/db/client";

/** What WeChat has been asked for, and may have counted. */
export const LOOK_ALIKE_STATUSES: CodeStatus[] = ["sent", "minted", "unknown"];

export interface LookAlike {
  id: string;
  label: string;
  status: CodeStatus;
}

/**
 * A living A or C code that leads to the same place and differs in its look alone. Whether WeChat
 * counts such a pair once or twice nobody knows (section 2.3); a setting says how we count it.
 */
export async function findLookAlike(
  db: Transaction,
  miniProgramId: string,
  { kind, target, envVersion }: CodeParameters,
): Promise<LookAlike | null> {
  if (!isLimited(kind)) return null;
  return db.code.findFirst({
    where: {
      miniProgramId,
      kind,
      target,
      envVersion,
      status: { in: LOOK_ALIKE_STATUSES },
    },
    orderBy: { createdAt: "asc" },
    select: { id: true, label: true, status: true },
  });
}

/** How many of the 100,000 a new code costs, 0 or 1. */
export function quotaCostOf(
  { kind }: CodeParameters,
  lookAlike: LookAlike | null,
  { lookCounts }: { lookCounts: boolean },
): 0 | 1 {
  if (!isLimited(kind)) return 0;
  return lookAlike && !lookCounts ? 0 : 1;
}
