import { callEndpoint, type CallLine } from "./call-endpoint";
import type { CallOptions } from "./call-with-token";
import { classifyDataAnswer } from "./classify-answer";
import { DoneAnswer } from "./quota-requests";
import { revealed, type RevealSecret } from "./reveal-secret";

export interface StartPushTicket {
  componentAppId: string;
  secret: RevealSecret;
}

/** `POST /cgi-bin/component/api_start_push_ticket` (section 5), which needs no token. */
export async function startPushTicket(
  line: CallLine,
  { componentAppId, secret: reveal }: StartPushTicket,
  { signal }: CallOptions = {},
): Promise<void> {
  const secret = revealed(reveal);
  await callEndpoint(line, {
    endpoint: "api_start_push_ticket",
    body: { component_appid: componentAppId },
    // Named otherwise than at api_component_token.
    hiddenBody: { component_secret: secret },
    secrets: [secret],
    classify: (bytes, httpStatus) => classifyDataAnswer(DoneAnswer, bytes, httpStatus),
    signal,
  });
}
