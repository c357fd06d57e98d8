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
  api_component_token: answerComponentToken,
  api_create_preauthcode: answerPreAuthCode,
  api_query_auth: answerQueryAuth,
  api_authorizer_token: answerAuthorizerToken,
  api_get_authorizer_list: answerAuthorizerList,
};
