import type { z } from "zod";
import type { TokenSource } from "./access-token";
import { callEndpoint, type Called, type CallLine } from "./call-endpoint";
import {
  classifyDataAnswer,
  classifyPictureAnswer,
  type ApiErrorAnswer,
  type DataAnswer,
  type PictureAnswer,
  type UnreadableAnswer,
} from "./classify-answer";
import type { RunCall } from "./call-policy";
import type { DataEndpointName, EndpointName, PictureEndpointName } from "./endpoints";
import { isWechatApiError, type WechatApiError } from "./errors";
import { redact } from "./redact";
import type { WireBody } from "./requests";
import { type OnTokenEvent, tellTokenEvent } from "./token-events";
import type { StoredToken } from "./token-store";
import { unlessAborted } from "./unless-aborted";
import { unlessNoToken } from "./unless-no-token";

export interface CallOptions {
  signal?: AbortSignal;
}

/** What every call of one mini program is made with. */
export interface AccountLine {
  line: CallLine;
  tokens: TokenSource;
  run: RunCall;
  onTokenEvent?: OnTokenEvent | undefined;
}

interface TokenCall<Answer> {
  endpoint: EndpointName;
  body: WireBody;
  hiddenBody?: WireBody | undefined;
  /** Beside the access token. */
  secrets?: readonly string[] | undefined;
  signal: AbortSignal | undefined;
  classify: (bytes: Buffer, httpStatus: number) => Answer | ApiErrorAnswer | UnreadableAnswer;
}

export function callForPicture(
  account: AccountLine,
  endpoint: PictureEndpointName,
  body: WireBody,
  { signal }: CallOptions = {},
): Promise<Called<PictureAnswer>> {
  const call = { endpoint, body, signal, classify: classifyPictureAnswer };
  return callWithToken(account, call);
}

export interface DataCall<Data> {
  endpoint: DataEndpointName;
  body: WireBody;
  /** Strings sent beside the rest that no record and no error may show. */
  hiddenBody?: Readonly<Record<string, string>>;
  answer: z.ZodType<Data>;
}

/** The parsed answer of a call for data. */
export async function callForData<Data>(
  account: AccountLine,
  { endpoint, body, hiddenBody, answer }: DataCall<Data>,
  { signal }: CallOptions = {},
): Promise<Data> {
  const classify = (bytes: Buffer, httpStatus: number) =>
    classifyDataAnswer(answer, bytes, httpStatus);
  const called = await callWithToken<DataAnswer<Data>>(account, {
    endpoint,
    body,
    hiddenBody,
    secrets: Object.values(hiddenBody ?? {}),
    signal,
    classify,
  });
  return called.answer.data;
}

/** One refused token is replaced per call, however often the policy repeats it. */
function callWithToken<Answer extends { kind: "picture" | "token" | "data" }>(
  account: AccountLine,
  call: TokenCall<Answer>,
): Promise<Called<Answer>> {
  const { tokens, run } = account;
  let mayReplace = true;
  const waitFor = <Token>(token: Promise<Token>) =>
    unlessAborted(unlessNoToken(token, call.endpoint), call);

  return run(call, async () => {
    const token = await waitFor(tokens.get());
    try {
      return await sendWith(account, call, token);
    } catch (error) {
      if (!isRefusedToken(error) || !mayReplace) throw error;
      mayReplace = false;
      const replacement = await waitFor(tokens.replace(token));
      if (replacement === null) throw error;
      return sendWith(account, call, replacement);
    }
  });
}

async function sendWith<Answer extends { kind: "picture" | "token" | "data" }>(
  { line, onTokenEvent }: AccountLine,
  { secrets = [], ...call }: TokenCall<Answer>,
  { token, expiresAt }: StoredToken,
): Promise<Called<Answer>> {
  try {
    return await callEndpoint(line, { ...call, accessToken: token, secrets: [token, ...secrets] });
  } catch (error) {
    if (isRefusedToken(error)) {
      const { endpoint, errcode, errmsg: message } = error;
      const at = line.clock.now();
      const lifeLeftMs = expiresAt.getTime() - at.getTime();
      tellTokenEvent(onTokenEvent, { kind: "refused", at, endpoint, errcode, message, lifeLeftMs });
    }
    throw error;
  }
}

function isRefusedToken(error: unknown): error is WechatApiError {
  return isWechatApiError(error) && error.errorClass === "refresh_token";
}

/** Hides tokens in a text of WeChat's own that quotes a request, such as a rid's report. */
export function withoutTokens(text: string): string {
  return redact(text, []);
}
