import type { Prisma } from "@/lib/db/generated/client";
import { readCheckFailure } from "@/lib/mini-programs/check-failure";
import type { MiniProgramRow } from "@/lib/mini-programs/schema";

/** What a row may be made of; the secret's column is not even selected. */
export const MINI_PROGRAM_COLUMNS = {
  id: true,
  name: true,
  wechatAppId: true,
  appKind: true,
  tokenSource: true,
  apiHost: true,
  repeatUnknownLimited: true,
  isSandbox: true,
  defaultPage: true,
  defaultWidth: true,
  defaultLineColor: true,
  archivedAt: true,
  createdAt: true,
  checkedAt: true,
  checkErrcode: true,
  checkMessage: true,
  signingKeyAt: true,
  scanRetentionDays: true,
  quota: true,
} satisfies Prisma.MiniProgramSelect;

type Selected = Prisma.MiniProgramGetPayload<{ select: typeof MINI_PROGRAM_COLUMNS }>;

/** Adds what is left of the 100,000, and the words for a check that failed. */
export function toMiniProgramRow(selected: Selected): MiniProgramRow {
  const { quota, checkErrcode, checkMessage, ...row } = selected;
  if (!quota) throw new Error(`Mini program ${row.id} has no quota counter.`);
  const { lifetimeLimit, spent, reserved, numUsed, numUsedAt } = quota;
  const left = lifetimeLimit - spent - reserved;
  return {
    ...row,
    checkFailure: readCheckFailure(checkErrcode, checkMessage),
    quota: { lifetimeLimit, spent, reserved, left, numUsed, numUsedAt },
  };
}
