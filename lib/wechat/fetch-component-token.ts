import type { FetchedToken } from "./access-token";
import { callEndpoint, type CallLine } from "./call-endpoint";
import { classifyDataAnswer } from "./classify-answer";
import { ComponentTokenAnswer } from "./component-answers";
import { NoTokenError } from "./errors";
import { revealed, type RevealSecret } from "./reveal-secret";

export interface ComponentCredentials {
  componentAppId: string;
  secret: RevealSecret;
  /** The last component_verify_ticket that was pushed; null before the first. */
  readTicket: () => Promise<string | null>;
}

/**
 * `POST /cgi-bin/component/api_component_token` (section 5). Every call issues a new token.
 * @throws {NoTokenError} without a ticket
 * @throws {WechatApiError | WechatNotSentError | WechatUnknownOutcomeError}
 */
export async function fetchComponentToken(
  line: CallLine,
  { componentAppId, secret: reveal, readTicket }: ComponentCredentials,
  signal?: AbortSignal,
): Promise<FetchedToken> {
  const ticket = await readTicket();
  if (ticket === null) {
    throw new NoTokenError("no_ticket", `WeChat has pushed no ticket to ${componentAppId} yet`);
  }
  const secret = revealed(reveal);
  const { answer } = await callEndpoint(line, {
    endpoint: "api_component_token",
    body: { component_appid: componentAppId },
    hiddenBody: { component_appsecret: secret, component_verify_ticket: ticket },
    secrets: [secret, ticket],
    classify: (bytes, httpStatus) => {
      const read = classifyDataAnswer(ComponentTokenAnswer, bytes, httpStatus);
      return read.kind === "data" ? { kind: "token", ...read.data } : read;
    },
    signal,
  });
  return { token: answer.token, expiresInSeconds: answer.expiresInSeconds };
}
