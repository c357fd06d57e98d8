import { ZodError } from "zod";
import { recordFailure } from "@/lib/wechat-state/describe-failure";
import type { RecordedFailure } from "@/lib/wechat-state/describe-failure";
import type { CodePicture } from "@/lib/codes/schema";
import { DomainError } from "@/lib/core/errors";
import {
  isWechatApiError,
  isWechatError,
  isWechatNotSentError,
  isWechatPausedError,
} from "@/lib/wechat/errors";
import type { WechatError } from "@/lib/wechat/errors";
import { nextMinute } from "@/lib/wechat/pause-after";

/** How an attempt ended, and so what becomes of the code and its reservation. */
export type MintOutcome =
  | { status: "minted"; picture: CodePicture; numUsed: number | null }
  | { status: "refused"; failure: RecordedFailure }
  | { status: "unknown"; failure: RecordedFailure }
  /** WeChat asked for a pause of at most a minute: queued again, to be sent after it. */
  | { status: "held"; until: Date; failure: RecordedFailure };

/** Held for longer than this, a code is refused after all, and a person decides. */
export const MOST_HELD_MS = 30 * 60 * 1000;

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
export function failedOutcome(error: unknown, limited: boolean, now: Date): MintOutcome {
  if (error instanceof DomainError && error.code === "storage_unavailable") {
    return unknownOutcome("storage", error.reason, limited);
  }
  if (error instanceof ZodError) return { status: "refused", failure: invalidRequest(error) };
  if (!isWechatError(error)) throw error;
  const failure = recordFailure(error);
  const until = heldUntil(error, now);
  if (until) return { status: "held", until, failure };
  const surelyNothing =
    isWechatNotSentError(error) || (isWechatApiError(error) && error.quotaUsed === "no");
  return { status: surelyNothing ? "refused" : "unknown", failure };
}

/** The client checks what it is asked for before it sends anything. */
function invalidRequest(error: ZodError): RecordedFailure {
  const message = error.issues
    .map((issue) => `${issue.path.join(".")} ${issue.message}`)
    .join("; ");
  return { errcode: null, why: "not_sent:invalid_request", message, rid: null, quotaUsed: "no" };
}

/** A pause until the next minute is worth waiting for; a longer one is a person's business. */
function heldUntil(error: WechatError, now: Date): Date | null {
  if (isWechatPausedError(error)) return error.reason === "next_minute" ? error.until : null;
  return isWechatApiError(error) && error.errorClass === "next_minute" ? nextMinute(now) : null;
}
