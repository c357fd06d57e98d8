import { type AccountLine, callForData, type CallOptions } from "./call-with-token";
import {
  AuthorizerListAnswer,
  type AuthorizerPage,
  AuthorizerTokenAnswer,
  type PreAuthCode,
  PreAuthCodeAnswer,
  type AuthorizationInfo,
  QueryAuthAnswer,
  type RefreshedToken,
} from "./component-answers";
import {
  type ListAuthorizersInput,
  ListAuthorizersRequest,
  type RefreshAuthorizerInput,
  RefreshAuthorizerRequest,
} from "./component-requests";

/** The calls of a third-party platform that carry its component token (section 5). */
export interface AuthorizerCalls {
  /** For `authorizationPageUrl`; it lasts some minutes and serves once. */
  createPreAuthCode(options?: CallOptions): Promise<PreAuthCode>;
  /** Takes an authorization code once; 61009 when it is unknown or spent, 61010 when too old. */
  queryAuth(authorizationCode: string, options?: CallOptions): Promise<AuthorizationInfo>;
  /** Keep the refresh token that comes back: the one that was sent may be spent. */
  refreshAuthorizer(input: RefreshAuthorizerInput, options?: CallOptions): Promise<RefreshedToken>;
  /** At most 500 at a time. Gives lost refresh tokens back. */
  listAuthorizers(input: ListAuthorizersInput, options?: CallOptions): Promise<AuthorizerPage>;
}

export function authorizerCalls(account: AccountLine, componentAppId: string): AuthorizerCalls {
  const named = { component_appid: componentAppId };
  return {
    createPreAuthCode(options) {
      const answer = PreAuthCodeAnswer;
      const call = { endpoint: "api_create_preauthcode", body: named, answer } as const;
      return callForData(account, call, options);
    },
    queryAuth(authorizationCode, options) {
      const hiddenBody = { authorization_code: authorizationCode };
      const answer = QueryAuthAnswer;
      const call = { endpoint: "api_query_auth", body: named, hiddenBody, answer } as const;
      return callForData(account, call, options);
    },
    async refreshAuthorizer(input, options) {
      const { authorizerAppId, refreshToken } = RefreshAuthorizerRequest.parse(input);
      const body = { ...named, authorizer_appid: authorizerAppId };
      const hiddenBody = { authorizer_refresh_token: refreshToken };
      const answer = AuthorizerTokenAnswer;
      const call = { endpoint: "api_authorizer_token", body, hiddenBody, answer } as const;
      return callForData(account, call, options);
    },
    async listAuthorizers(input, options) {
      const body = { ...named, ...ListAuthorizersRequest.parse(input) };
      const answer = AuthorizerListAnswer;
      const call = { endpoint: "api_get_authorizer_list", body, answer } as const;
      return callForData(account, call, options);
    },
  };
}
