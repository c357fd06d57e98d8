import type { FetchedToken } from "./access-token";
import { callEndpoint, type CallLine } from "./call-endpoint";
import { classifyTokenAnswer } from "./classify-answer";
import { revealed, type RevealSecret } from "./reveal-secret";

export interface StableTokenRequest {
  appId: string;
  secret: RevealSecret;
  /** True kills the present token at once; 20 a day at most (section 1.2). */
  forceRefresh: boolean;
  signal?: AbortSignal | undefined;
}

/**
 * `POST /cgi-bin/stable_token` (section 1.2). The life it tells is what is left, in seconds.
 * @throws {WechatApiError | WechatNotSentError | WechatUnknownOutcomeError}
 */
export async function fetchStableAccessToken(
  line: CallLine,
  request: StableTokenRequest,
): Promise<FetchedToken> {
  const { appId, forceRefresh, signal } = request;
  const secret = revealed(request.secret);
  const { answer } = await callEndpoint(line, {
    endpoint: "stable_token",
    body: { grant_type: "client_credential", appid: appId, force_refresh: forceRefresh },
    hiddenBody: { secret },
    secrets: [secret],
    classify: classifyTokenAnswer,
    signal,
  });
  return { token: answer.token, expiresInSeconds: answer.expiresInSeconds };
}
