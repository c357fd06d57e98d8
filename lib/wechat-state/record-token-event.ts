import { log } from "@/lib/log";
import type { Runtime } from "@/lib/runtime";
import {
  isWechatApiError,
  isWechatError,
  isWechatNotSentError,
  NoTokenError,
} from "@/lib/wechat/errors";
import type { TokenEvent } from "@/lib/wechat/token-events";
import { recordFailure } from "@/lib/wechat-state/describe-failure";

/** Writes down what became of a token. Nobody waits for it: a mint must not fail for its journal. */
export function recordTokenEvent(runtime: Runtime, holderId: string, event: TokenEvent): void {
  runtime.db.tokenEvent
    .create({ data: { holderId, at: event.at, kind: event.kind, ...columnsOf(event) } })
    .catch((error: unknown) => log.warn({ err: error, holderId }, "token event not written"));
}

function columnsOf(event: TokenEvent) {
  switch (event.kind) {
    case "fetched": {
      const { forced, isNew, expiresAt } = event;
      return { forced, isNew, expiresAt };
    }
    case "failed":
      return { forced: event.forced, ...failureColumns(event.error) };
    case "refused": {
      const { endpoint, errcode, message, lifeLeftMs } = event;
      return { endpoint, errcode, message, why: "api_error", lifeLeftMs: Math.round(lifeLeftMs) };
    }
  }
}

function failureColumns(error: Error) {
  if (!isWechatError(error)) {
    const why = error instanceof NoTokenError ? error.reason : "other";
    return { why: `not_sent:${why}`, message: error.message };
  }
  const { errcode, why, message } = recordFailure(error);
  const refusedIp = isWechatApiError(error) || isWechatNotSentError(error) ? error.refusedIp : null;
  return { endpoint: error.endpoint, errcode, why, message, refusedIp };
}
