import type { Dispatcher } from "undici";
import { createTokenSource, type FetchToken } from "./access-token";
import { authorizerCalls, type AuthorizerCalls } from "./authorizer-calls";
import type { CallLine, CallRecord } from "./call-endpoint";
import type { AccountLine, CallOptions } from "./call-with-token";
import { checkCredentials, type CredentialsCheck } from "./check-credentials";
import { accountKey } from "./account-key";
import { type Clock, systemClock } from "./clock";
import { type ComponentCredentials, fetchComponentToken } from "./fetch-component-token";
import { DEFAULT_TIMEOUT_MS } from "./limits";
import { startPushTicket } from "./start-push-ticket";
import type { OnTokenEvent } from "./token-events";
import type { TokenStore } from "./token-store";
import { createTransport } from "./transport";

export type {
  AuthorizationInfo,
  Authorizer,
  AuthorizerPage,
  PreAuthCode,
  RefreshedToken,
} from "./component-answers";

export interface ComponentClientOptions extends ComponentCredentials {
  /** Such as `https://api.weixin.qq.com` (section 0). */
  baseUrl: string;
  /** Keeps the component token, under the base URL and the platform's AppID. */
  tokenStore: TokenStore;
  /** For a proxy; see `TransportOptions`. */
  dispatcher?: Dispatcher;
  /** One deadline per HTTP attempt, the whole answer included; 15 s when absent. */
  timeoutMs?: number;
  clock?: Clock;
  /** Told of every HTTP attempt, token requests included. What it throws is ignored. */
  onCall?: (record: CallRecord) => void;
  /** Told what happens to the component token. What it throws is ignored. */
  onTokenEvent?: OnTokenEvent;
}

export interface ComponentClient extends AuthorizerCalls {
  /** Asks WeChat to push tickets (again); the next one comes within minutes. */
  startPushTicket(options?: CallOptions): Promise<void>;
  /**
   * Asks for a component token past the store, with the present ticket. WeChat issues a new one, so
   * the kept one may be refused soon and is then replaced.
   * @throws {WechatNotSentError | WechatUnknownOutcomeError} when WeChat did not give a verdict;
   *   `why` is `no_ticket` when none was pushed yet
   */
  checkCredentials(options?: CallOptions): Promise<CredentialsCheck>;
  /** Waits for the calls in flight and closes the connections. */
  close(): Promise<void>;
}

/**
 * A third-party platform's own calls (section 5): they serve many mini programs, so they know no
 * policy, and a refusal pauses nobody. Errors as for the calls of a mini program.
 */
export function createComponentClient(options: ComponentClientOptions): ComponentClient {
  const { componentAppId, clock = systemClock, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  const { onTokenEvent } = options;
  const transport = createTransport({ ...options, timeoutMs });
  const line: CallLine = { transport, clock, onCall: options.onCall };
  const fetch: FetchToken = ({ signal }) => fetchComponentToken(line, options, signal);
  const tokens = createTokenSource({
    key: accountKey(options.baseUrl, componentAppId),
    store: options.tokenStore,
    clock,
    fetchToken: (forceRefresh) => fetch({ forceRefresh }),
    isAlwaysNew: true,
    onTokenEvent,
  });
  const account: AccountLine = { line, tokens, run: (_call, once) => once(), onTokenEvent };

  return {
    ...authorizerCalls(account, componentAppId),
    startPushTicket: (call) => startPushTicket(line, options, call),
    checkCredentials: (call) => checkCredentials({ name: "api_component_token", fetch }, call),
    close: () => transport.close(),
  };
}
