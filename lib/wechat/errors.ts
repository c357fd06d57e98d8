import type { NotSentReason, UnknownReason } from "./attempt";
import type { UnreadableReason } from "./classify-answer";
import { ENDPOINTS, type EndpointName } from "./endpoints";
import type { ErrorClass, QuotaUsed } from "./errcodes/errcode-row";
import { findErrcode } from "./errcodes/find-errcode";
import type { Pause, PauseReason } from "./pause-store";
import { findRefusedIp, findRid } from "./parse-errmsg";

/**
 * - `yes`: nothing happened at WeChat. Repeat freely, after the wait `errorClass` asks for.
 * - `same_parameters`: a code may have been made. The very same request costs no second one
 *   (section 2.3), any other may.
 * - `no`: the answer stays the same until someone acts.
 *
 * Safe without a person's word: `mayRepeat !== "no"` and `quotaUsed === "no"`.
 */
export type MayRepeat = "yes" | "same_parameters" | "no";

export type UnknownOutcomeReason = UnknownReason | UnreadableReason;

/** What all failures of a call to WeChat share. No field ever holds a token or a secret. */
export abstract class WechatError extends Error {
  abstract override readonly name:
    "WechatApiError" | "WechatNotSentError" | "WechatUnknownOutcomeError";
  abstract readonly mayRepeat: MayRepeat;
  abstract readonly quotaUsed: QuotaUsed;
  readonly endpoint: EndpointName;

  constructor(endpoint: EndpointName, message: string) {
    super(message);
    this.endpoint = endpoint;
  }
}

/** WeChat answered with an errcode: a definite word, except for stumbles such as -1. */
export class WechatApiError extends WechatError {
  override readonly name = "WechatApiError";
  readonly errcode: number;
  readonly errmsg: string;
  /** WeChat's id of the call, to be looked up for 7 days (section 0); null when it gave none. */
  readonly rid: string | null;
  /** The address to be put on a whitelist after 40164 or 61004, else null. */
  readonly refusedIp: string | null;
  readonly errorClass: ErrorClass;
  override readonly quotaUsed: QuotaUsed;
  override readonly mayRepeat: MayRepeat;

  constructor(endpoint: EndpointName, errcode: number, errmsg: string) {
    super(endpoint, `WeChat refused ${endpoint} with ${errcode}: ${errmsg}`);
    const row = findErrcode(errcode, endpoint);
    this.errcode = errcode;
    this.errmsg = errmsg;
    this.rid = findRid(errmsg);
    this.refusedIp = findRefusedIp(errmsg);
    this.errorClass = row.class;
    this.quotaUsed = ENDPOINTS[endpoint].limited ? row.quotaUsed : "no";
    this.mayRepeat = mayRepeatAfter(row.class, endpoint);
  }
}

/**
 * Why there is no token to call with.
 * - `no_ticket`: WeChat has not pushed a ticket to the third-party platform.
 * - `withdrawn`: the mini program has not authorised the platform, or no longer does.
 * - `token_server`: somebody else's token server gave none.
 */
export type NoTokenReason = "no_ticket" | "withdrawn" | "token_server";

/** The request was surely never written: nothing happened and nothing was counted. */
export class WechatNotSentError extends WechatError {
  override readonly name = "WechatNotSentError";
  readonly why: NotSentReason | NoTokenReason | "paused";
  readonly detail: string;
  /** The address a token server was refused for, else null. */
  readonly refusedIp: string | null;
  override readonly quotaUsed = "no";
  override readonly mayRepeat = "yes";

  constructor(
    endpoint: EndpointName,
    why: NotSentReason | NoTokenReason | "paused",
    detail: string,
    refusedIp: string | null = null,
  ) {
    super(endpoint, `${endpoint} was not sent (${why}): ${detail}`);
    this.why = why;
    this.detail = detail;
    this.refusedIp = refusedIp;
  }
}

/**
 * For a `FetchToken` to reject with: the call that needed the token ends as a `WechatNotSentError`
 * with this reason, and is not repeated. The message must hold no secret.
 */
export class NoTokenError extends Error {
  override readonly name = "NoTokenError";
  readonly reason: NoTokenReason;
  /** The address to be put on a whitelist, when that is the reason. */
  readonly refusedIp: string | null;

  constructor(reason: NoTokenReason, message: string, refusedIp: string | null = null) {
    super(message);
    this.reason = reason;
    this.refusedIp = refusedIp;
  }
}

/** Held back by the policy because of an earlier refusal; WeChat was not asked (README). */
export class WechatPausedError extends WechatNotSentError {
  /** Null: until a person lifts the pause. */
  readonly until: Date | null;
  readonly reason: PauseReason;
  /** Of the refusal that began the pause. */
  readonly errcode: number;

  constructor(endpoint: EndpointName, { until, reason, errcode }: Pause) {
    const end = until === null ? "a person lifts it" : until.toISOString();
    super(endpoint, "paused", `${reason} after ${errcode}, until ${end}`);
    this.until = until;
    this.reason = reason;
    this.errcode = errcode;
  }
}

/** The request was written and no readable answer came: WeChat may or may not have acted. */
export class WechatUnknownOutcomeError extends WechatError {
  override readonly name = "WechatUnknownOutcomeError";
  readonly why: UnknownOutcomeReason;
  readonly detail: string;
  readonly httpStatus: number | null;
  /** First 512 bytes of what came back, printable characters only. */
  readonly evidence: string;
  override readonly quotaUsed: QuotaUsed;
  override readonly mayRepeat: MayRepeat;

  constructor(
    endpoint: EndpointName,
    what: {
      why: UnknownOutcomeReason;
      detail: string;
      httpStatus: number | null;
      evidence: string;
    },
  ) {
    super(endpoint, `The outcome of ${endpoint} is unknown (${what.why}): ${what.detail}`);
    this.why = what.why;
    this.detail = what.detail;
    this.httpStatus = what.httpStatus;
    this.evidence = what.evidence;
    this.quotaUsed = ENDPOINTS[endpoint].limited ? "unknown" : "no";
    this.mayRepeat = mayRepeatAfter("short_retry", endpoint);
  }
}

function mayRepeatAfter(errorClass: ErrorClass, endpoint: EndpointName): MayRepeat {
  if (errorClass === "never" || errorClass === "stop_forever") return "no";
  if (errorClass !== "short_retry") return "yes";
  return ENDPOINTS[endpoint].afterUnknown;
}

export function isWechatError(error: unknown): error is WechatError {
  return error instanceof WechatError;
}

export function isWechatApiError(error: unknown): error is WechatApiError {
  return error instanceof WechatApiError;
}

export function isWechatNotSentError(error: unknown): error is WechatNotSentError {
  return error instanceof WechatNotSentError;
}

export function isWechatUnknownOutcomeError(error: unknown): error is WechatUnknownOutcomeError {
  return error instanceof WechatUnknownOutcomeError;
}

export function isWechatPausedError(error: unknown): error is WechatPausedError {
  return error instanceof WechatPausedError;
}
