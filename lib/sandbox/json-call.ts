import type { z } from "zod";

import type { Account } from "./account";
import type { Endpoint } from "./endpoints";
import type { RatePeriod } from "./rate-window";
import type { SandboxState } from "./state";
import { admitToken } from "./token-gate";
import { errorAnswer, type WireAnswer } from "./wire-answer";
import type { WireRequest } from "./wire-request";

export type JsonCall<T> = {
  account: Account;
  body: T;
  nowMs: number;
  /** An error that the log knows the account of. */
  refuse: (errcode: number) => WireAnswer;
};

/** Which errcode a full period answers. */
export type RateErrcodes = Readonly<Record<RatePeriod, number>>;

/**
 * What every JSON call checks before its own rules: method 43002, token, rate, empty body 44002,
 * JSON and value types 47001 (the order of section 2.4).
 */
export function admitJsonCall<S extends z.ZodType>(
  state: SandboxState,
  endpoint: Endpoint,
  request: WireRequest,
  { schema, rates }: { schema: S; rates: RateErrcodes },
): JsonCall<z.output<S>> | { refusal: WireAnswer } {
  const nowMs = state.now();
  if (request.method !== "POST") return { refusal: errorAnswer(43002, nowMs) };
  const admitted = admitToken(state, endpoint, request);
  if ("errcode" in admitted) {
    return { refusal: errorAnswer(admitted.errcode, nowMs, admitted.errmsg) };
  }
  const { account } = admitted;
  const refuse = (errcode: number) => ({
    ...errorAnswer(errcode, nowMs),
    appid: account.appid,
  });
  const full = account.calls.take(endpoint, nowMs, state.settings.rateWindows);
  if (full !== null) return { refusal: refuse(rates[full]) };
  const parsed = parseJsonBody(request.body, schema);
  if ("errcode" in parsed) return { refusal: refuse(parsed.errcode) };
  return { account, body: parsed.value, nowMs, refuse };
}

/** The body's value, or 44002 when empty and 47001 when it is not what the schema says. */
export function parseJsonBody<S extends z.ZodType>(
  text: string | null,
  schema: S,
): { value: z.output<S> } | { errcode: number } {
  if (text === "") return { errcode: 44002 };
  if (text === null) return { errcode: 47001 };
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? { value: parsed.data } : { errcode: 47001 };
  } catch {
    return { errcode: 47001 };
  }
}
