import { recordFailure } from "@/lib/mini-programs/describe-failure";
import type { RecordedFailure } from "@/lib/mini-programs/describe-failure";
import type { CodePicture } from "@/lib/codes/schema";
import { DomainError } from "@/lib/core/errors";
import { isWechatApiError, isWechatError, isWechatNotSentError } from "@/lib/wechat/errors";

/** How an attempt ended, and so what becomes of the code and its reservation. */
export type MintOutcome =
  | { status: "minted"; picture: CodePicture; numUsed: number | null }
  | { status: "refused"; failure: RecordedFailure }
  | { status: "unknown"; failure: RecordedFailure };

/** We sent, and cannot say what came of it. B costs nothing whatever happened. */
export function unknownOutcome(why: string, message: string, limited: boolean): MintOutcome {
  const quotaUsed = limited ? "unknown" : "no";
  return {
    status: "unknown",
    failure: { errcode: null, why: `unknown:${why}`, message, rid: null, quotaUsed },
  };
}

/**
 * Judges a failure. Refused: WeChat surely made nothing, or the request never left.
 * Everything else may have been counted. Rethrows what is no failure of the call.
 */
export function failedOutcome(error: unknown, limited: boolean): MintOutcome {
  if (error instanceof DomainError && error.code === "storage_unavailable") {
    return unknownOutcome("storage", error.reason, limited);
  }
  if (!isWechatError(error)) throw error;
  const failure = recordFailure(error);
  const surelyNothing =
    isWechatNotSentError(error) || (isWechatApiError(error) && error.quotaUsed === "no");
  return { status: surelyNothing ? "refused" : "unknown", failure };
}
