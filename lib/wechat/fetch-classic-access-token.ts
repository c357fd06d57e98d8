import type { FetchedToken } from "./access-token";
import { callEndpoint, type CallLine } from "./call-endpoint";
import { classifyTokenAnswer } from "./classify-answer";
import { revealed, type RevealSecret } from "./reveal-secret";

export interface ClassicTokenRequest {
  appId: string;
  secret: RevealSecret;
  signal?: AbortSignal | undefined;
}

/**
 * `GET /cgi-bin/token` (section 1.1). Every call issues a new token; the one before works for 5 more
 * minutes. The secret stands in the address, as WeChat wants it.
 * @throws {WechatApiError | WechatNotSentError | WechatUnknownOutcomeError}
 */
export async function fetchClassicAccessToken(
  line: CallLine,
  { appId, secret: reveal, signal }: ClassicTokenRequest,
): Promise<FetchedToken> {
  const secret = revealed(reveal);
  const { answer } = await callEndpoint(line, {
    endpoint: "token",
    body: { grant_type: "client_credential", appid: appId },
    hiddenBody: { secret },
    secrets: [secret],
    classify: classifyTokenAnswer,
    signal,
  });
  return { token: answer.token, expiresInSeconds: answer.expiresInSeconds };
}
