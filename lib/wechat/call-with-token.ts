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
import { isWechatApiError } from "./errors";
import { redact } from "./redact";
import type { WireBody } from "./requests";
import type { StoredToken } from "./token-store";
import { unlessAborted } from "./unless-aborted";

export interface CallOptions {
  signal?: AbortSignal;
}

/** What every call of one mini program is made with. */
export interface AccountLine {
  line: CallLine;
  tokens: TokenSource;
  run: RunCall;
}

interface TokenCall<Answer> {
  endpoint: EndpointName;
  body: WireBody;
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
  answer: z.ZodType<Data>;
}

/** The parsed answer of a call for data. */
export async function callForData<Data>(
  account: AccountLine,
  { endpoint, body, answer }: DataCall<Data>,
  { signal }: CallOptions = {},
): Promise<Data> {
  const classify = (bytes: Buffer, httpStatus: number) =>
    classifyDataAnswer(answer, bytes, httpStatus);
  const called = await callWithToken<DataAnswer<Data>>(account, {
    endpoint,
    body,
    signal,
    classify,
  });
  return called.answer.data;
}

/** One refused token is replaced per call, however often the policy repeats it. */
function callWithToken<Answer extends { kind: "picture" | "token" | "data" }>(
  { line, tokens, run }: AccountLine,
  call: TokenCall<Answer>,
): Promise<Called<Answer>> {
  let mayReplace = true;
  const send = ({ token }: StoredToken) =>
    callEndpoint(line, { ...call, accessToken: token, secrets: [token] });

  return run(call, async () => {
    const token = await unlessAborted(tokens.get(), call);
    try {
      return await send(token);
    } catch (error) {
      if (!isWechatApiError(error) || error.errorClass !== "refresh_token") throw error;
      if (!mayReplace) throw error;
      mayReplace = false;
      const replacement = await unlessAborted(tokens.replace(token), call);
      if (replacement === null) throw error;
      return send(replacement);
    }
  });
}

/** Hides tokens in a text of WeChat's own that quotes a request, such as a rid's report. */
export function withoutTokens(text: string): string {
  return redact(text, []);
}
