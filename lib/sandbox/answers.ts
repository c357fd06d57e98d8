import { answerCode, type AnswerOptions } from "./answer-code";
import { answerGenerateScheme, answerGenerateUrlLink } from "./answer-link";
import { answerQueryScheme, answerQueryUrlLink } from "./answer-link-query";
import {
  answerAuthorizerList,
  answerAuthorizerToken,
  answerPreAuthCode,
  answerQueryAuth,
} from "./answer-authorizer";
import { answerComponentToken, answerStartPushTicket } from "./answer-component-token";
import { answerClearQuota, answerQuotaGet } from "./answer-quota";
import { answerRidGet } from "./answer-rid";
import { answerShortLink } from "./answer-short-link";
import { answerStableToken, answerToken } from "./answer-token";
import { pushTicketWhenDue } from "./component-events";
import type { Endpoint } from "./endpoints";
import type { SandboxState } from "./state";
import type { WireAnswer } from "./wire-answer";
import type { WireRequest } from "./wire-request";

type Answerer = (
  state: SandboxState,
  request: WireRequest,
  options: AnswerOptions,
) => WireAnswer | Promise<WireAnswer>;

/** What stands behind each endpoint. */
export const ANSWERS: Readonly<Record<Endpoint, Answerer>> = {
  token: answerToken,
  stable_token: answerStableToken,
  getwxacode: (state, request, options) => answerCode(state, "A", request, options),
  getwxacodeunlimit: (state, request, options) => answerCode(state, "B", request, options),
  createwxaqrcode: (state, request, options) => answerCode(state, "C", request, options),
  quota_get: answerQuotaGet,
  clear_quota: answerClearQuota,
  rid_get: answerRidGet,
  generatescheme: answerGenerateScheme,
  queryscheme: answerQueryScheme,
  generate_urllink: answerGenerateUrlLink,
  query_urllink: answerQueryUrlLink,
  genwxashortlink: answerShortLink,
  api_start_push_ticket: answerStartPushTicket,
  api_component_token: withDueTicket(answerComponentToken),
  api_create_preauthcode: withDueTicket(answerPreAuthCode),
  api_query_auth: withDueTicket(answerQueryAuth),
  api_authorizer_token: withDueTicket(answerAuthorizerToken),
  api_get_authorizer_list: withDueTicket(answerAuthorizerList),
};

/** A platform's call is the occasion to push its next ticket, where WeChat goes by the clock. */
function withDueTicket(
  answerer: (state: SandboxState, request: WireRequest) => WireAnswer,
): Answerer {
  return (state, request) => {
    const answer = answerer(state, request);
    const component = answer.appid === null ? null : state.components.find(answer.appid);
    if (component !== null) pushTicketWhenDue(state, component);
    return answer;
  };
}
