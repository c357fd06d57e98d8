import { isLimited } from "@/lib/codes/code-parameters";
import type { MintOutcome } from "@/lib/codes/mint-outcome";
import type { CodeKind, CodeStatus } from "@/lib/codes/schema";
import type { Context } from "@/lib/core/context";
import type { CallRecord } from "@/lib/wechat/call-endpoint";

/** A call with the name it has in the journal, so that it stands there once. */
export interface JournalCall extends CallRecord {
  id: string;
}

export interface FinishedAttempt {
  codeId: string;
  attemptToken: string;
  outcome: MintOutcome;
  calls: readonly JournalCall[];
}

/** An attempt that ended, and in whose name. */
export interface ActorsAttempt {
  ctx: Context;
  attempt: FinishedAttempt;
}

/** What became of a code. */
export interface SettledCode {
  id: string;
  kind: CodeKind;
  target: string;
  status: CodeStatus;
  failureErrcode: number | null;
  failureWhy: string | null;
  failureMessage: string | null;
  failureRid: string | null;
  /** False: the attempt came too late, and the code is as somebody else left it. */
  isInTime: boolean;
}

/** An attempt, the code it was about, and what it comes to in the light of that. */
export interface JudgedAttempt extends ActorsAttempt {
  code: SentCode;
  outcome: MintOutcome;
  isInTime: boolean;
}

/** A code as an attempt finds it when it ends. */
export interface SentCode {
  id: string;
  miniProgramId: string;
  batchId: string | null;
  batchName: string | null;
  kind: CodeKind;
  label: string;
  reason: string;
  target: string;
  status: CodeStatus;
  attemptToken: string | null;
  quotaCost: number;
  isInDoubt: boolean;
  /** Since it first waited for a pause, by the database's clock. */
  heldForMs: number;
  failureErrcode: number | null;
  failureWhy: string | null;
  failureMessage: string | null;
  failureRid: string | null;
}

/** Whether an unknown outcome of the code leaves the count in doubt. */
export function leavesDoubt({ code, outcome }: Pick<JudgedAttempt, "code" | "outcome">): boolean {
  return outcome.status === "unknown" && isLimited(code.kind);
}
