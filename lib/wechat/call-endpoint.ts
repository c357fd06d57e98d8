import { Buffer } from "node:buffer";
import type { AnswerHeaders } from "./attempt";
import type { ApiErrorAnswer, UnreadableAnswer } from "./classify-answer";
import type { Clock } from "./clock";
import { ENDPOINTS, type EndpointName, isOfPlatform } from "./endpoints";
import {
  isWechatApiError,
  WechatApiError,
  type WechatError,
  WechatNotSentError,
  WechatUnknownOutcomeError,
} from "./errors";
import { evidenceOf, redact } from "./redact";
import type { WireBody } from "./requests";
import type { Transport, TransportOutcome, TransportRequest } from "./transport";

export type CallOutcome = "picture" | "token" | "data" | "api_error" | "not_sent" | "unknown";

/** One HTTP attempt, for a journal. Holds neither token nor secret. */
export interface CallRecord {
  endpoint: EndpointName;
  startedAt: Date;
  durationMs: number;
  outcome: CallOutcome;
  /** Reason of `not_sent` and `unknown`. */
  why: string | null;
  httpStatus: number | null;
  errcode: number | null;
  errmsg: string | null;
  rid: string | null;
  numUsed: number | null;
  requestBody: WireBody;
}

export interface CallLine {
  transport: Transport;
  clock: Clock;
  onCall?: ((record: CallRecord) => void) | undefined;
}

export interface Call<Answer> {
  endpoint: EndpointName;
  body: WireBody;
  /** Sent beside the rest, in the body or a GET's query, and kept out of records. */
  hiddenBody?: WireBody | undefined;
  accessToken?: string;
  /** Taken out of every text that leaves this call. */
  secrets: readonly string[];
  classify: (bytes: Buffer, httpStatus: number) => Answer | ApiErrorAnswer | UnreadableAnswer;
  signal?: AbortSignal | undefined;
}

export interface Called<Answer> {
  answer: Answer;
  bytes: Buffer;
  numUsed: number | null;
  durationMs: number;
}

/**
 * Makes one attempt, reports it, and gives the readable answer.
 * @throws {WechatApiError | WechatNotSentError | WechatUnknownOutcomeError}
 */
export async function callEndpoint<Answer extends { kind: "picture" | "token" | "data" }>(
  line: CallLine,
  call: Call<Answer>,
): Promise<Called<Answer>> {
  const startedAt = line.clock.now();
  const outcome = await line.transport.send(requestOf(call));
  const result = readOutcome(call, outcome);
  report(line, call, startedAt, outcome, result);
  if (result instanceof Error) throw result;
  return result;
}

function requestOf(call: Omit<Call<unknown>, "classify">): TransportRequest {
  const { endpoint, accessToken, signal } = call;
  const { method, path } = ENDPOINTS[endpoint];
  const fields = { ...call.body, ...call.hiddenBody };
  if (method === "GET") {
    const query = Object.entries(fields).map(([name, value]) => [name, String(value)]);
    return { method, path, query: Object.fromEntries(query), signal };
  }
  const tokenName = isOfPlatform(endpoint) ? "component_access_token" : "access_token";
  const query = accessToken === undefined ? {} : { query: { [tokenName]: accessToken } };
  return { method, path, ...query, json: fields, signal };
}

function readOutcome<Answer extends { kind: "picture" | "token" | "data" }>(
  call: Call<Answer>,
  outcome: TransportOutcome,
): Called<Answer> | WechatError {
  if (outcome.kind === "not_sent") {
    return new WechatNotSentError(call.endpoint, outcome.why, redact(outcome.detail, call.secrets));
  }
  if (outcome.kind === "unknown") {
    return unknownOutcome(call, outcome.why, outcome.detail, outcome);
  }
  const answer = call.classify(outcome.bytes, outcome.httpStatus);
  if (isApiError(answer)) {
    return new WechatApiError(call.endpoint, answer.errcode, redact(answer.errmsg, call.secrets));
  }
  if (isUnreadable(answer)) {
    const detail = `${outcome.bytes.length} bytes with status ${outcome.httpStatus}`;
    return unknownOutcome(call, answer.why, detail, outcome);
  }
  const { bytes, headers, durationMs } = outcome;
  return { answer, bytes, numUsed: readNumUsed(headers), durationMs };
}

function isApiError(answer: { kind: string }): answer is ApiErrorAnswer {
  return answer.kind === "api_error";
}

function isUnreadable(answer: { kind: string }): answer is UnreadableAnswer {
  return answer.kind === "unreadable";
}

function unknownOutcome(
  call: { endpoint: EndpointName; secrets: readonly string[] },
  why: WechatUnknownOutcomeError["why"],
  detail: string,
  what: { httpStatus: number | null; bytes: Buffer },
): WechatUnknownOutcomeError {
  return new WechatUnknownOutcomeError(call.endpoint, {
    why,
    detail: redact(detail, call.secrets),
    httpStatus: what.httpStatus,
    evidence: evidenceOf(what.bytes, call.secrets),
  });
}

/** A + C used, for life. Not every caller gets the header, and only from A (section 2.2). */
function readNumUsed(headers: AnswerHeaders): number | null {
  const value = headers["num-used"];
  return typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : null;
}

function report<Answer extends { kind: "picture" | "token" | "data" }>(
  line: CallLine,
  call: Call<Answer>,
  startedAt: Date,
  outcome: TransportOutcome,
  result: Called<Answer> | WechatError,
): void {
  const apiError = isWechatApiError(result) ? result : null;
  const record: CallRecord = {
    endpoint: call.endpoint,
    startedAt,
    durationMs: outcome.durationMs,
    outcome: outcomeOf(result),
    why: "why" in result && typeof result.why === "string" ? result.why : null,
    httpStatus: outcome.kind === "not_sent" ? null : outcome.httpStatus,
    errcode: apiError?.errcode ?? null,
    errmsg: apiError?.errmsg ?? null,
    rid: apiError?.rid ?? null,
    numUsed: result instanceof Error ? null : result.numUsed,
    requestBody: call.body,
  };
  try {
    line.onCall?.(record);
  } catch {
    // A journal that fails must not turn a picture that was paid for into a failure.
  }
}

function outcomeOf(
  result: Called<{ kind: "picture" | "token" | "data" }> | WechatError,
): CallOutcome {
  if (!(result instanceof Error)) return result.answer.kind;
  if (result.name === "WechatApiError") return "api_error";
  return result.name === "WechatNotSentError" ? "not_sent" : "unknown";
}
