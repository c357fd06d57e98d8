import { ZodError } from "zod";
import { ENDPOINT_OF_KIND } from "@/lib/codes/call-wechat";
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
  | { status: "held"; waitMs: number; failure: RecordedFailure }
  /** Nothing was sent, and not because of WeChat: queued as it was. */
  | { status: "unsent" };

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

/** The process that asked is gone, or cannot write down what it was told. */
export function interruptedOutcome(limited: boolean): MintOutcome {
  return unknownOutcome("interrupted", "The attempt was never finished.", limited);
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
  // How long, and not until when: this process's clock may be any other than the database's.
  if (until) return { status: "held", waitMs: until.getTime() - now.getTime(), failure };
  const surelyNothing =
    isWechatNotSentError(error) || (isWechatApiError(error) && error.quotaUsed === "no");
  if (surelyNothing) return { status: "refused", failure };
  // Nobody knows what became of the request for a token, but no code was asked for without one.
  if (!MINTING.includes(error.endpoint)) {
    return { status: "refused", failure: { ...failure, why: "not_sent:no_token" } };
  }
  return { status: "unknown", failure };
}

const MINTING: readonly string[] = Object.values(ENDPOINT_OF_KIND);

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
