import { failureWords } from "@/lib/wechat-state/failure-words";
import type { CallFailure } from "@/lib/wechat-state/schema";
import { findErrcode } from "@/lib/wechat/errcodes/find-errcode";
import type { EndpointName } from "@/lib/wechat/endpoints";
import { isWechatApiError, isWechatNotSentError } from "@/lib/wechat/errors";
import type { WechatError } from "@/lib/wechat/errors";

/** What is kept of a failed call; the words are looked up again when it is shown. */
export interface RecordedFailure {
  errcode: number | null;
  why: string;
  message: string;
  rid: string | null;
  quotaUsed: "no" | "unknown";
}

/** The facts of a failure, without words. */
export function recordFailure(error: WechatError): RecordedFailure {
  const { quotaUsed } = error;
  if (isWechatApiError(error)) {
    const { errcode, errmsg, rid } = error;
    return { errcode, why: "api_error", message: errmsg, rid, quotaUsed };
  }
  const sent = isWechatNotSentError(error) ? "not_sent" : "unknown";
  return {
    errcode: null,
    why: `${sent}:${"why" in error ? String(error.why) : "other"}`,
    message: error.message,
    rid: null,
    quotaUsed,
  };
}

/** Cause, fix and cost of a recorded failure, in both languages. */
export function describeFailure(failure: RecordedFailure, endpoint?: EndpointName): CallFailure {
  if (failure.errcode !== null) {
    const { zh, en } = findErrcode(failure.errcode, endpoint);
    return { ...failure, words: { zh, en } };
  }
  const [kind, why = ""] = failure.why.split(":");
  return { ...failure, words: failureWords(why, kind !== "not_sent") };
}
