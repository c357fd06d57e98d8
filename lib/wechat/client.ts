import type { Dispatcher } from "undici";
import { accountKey } from "./account-key";
import { createTokenSource } from "./access-token";
import type { CallLine, CallRecord } from "./call-endpoint";
import type { CallPolicy, RunCall } from "./call-policy";
import type { AccountLine, CallOptions } from "./call-with-token";
import { checkCredentials, type CredentialsCheck } from "./check-credentials";
import { type Clock, systemClock } from "./clock";
import { type LinkCalls, linkCalls } from "./link-calls";
import { type PictureCalls, pictureCalls } from "./picture-calls";
import { type QuotaCalls, quotaCalls } from "./quota-calls";
import { DEFAULT_TIMEOUT_MS } from "./limits";
import type { AppKind } from "./requests";
import type { OnTokenEvent } from "./token-events";
import { type TokenWay, tokenRoute } from "./token-way";
import type { TokenStore } from "./token-store";
import { createTransport } from "./transport";

export type { CallOptions } from "./call-with-token";
export type { FetchedToken, FetchToken } from "./access-token";
export type { CredentialsCheck } from "./check-credentials";
export type { CodePicture } from "./picture-calls";
export type { TokenWay } from "./token-way";

interface BaseOptions {
  /** Such as `https://api.weixin.qq.com` (section 0). */
  baseUrl: string;
  appId: string;
  tokenStore: TokenStore;
  /** One deadline per HTTP attempt, the whole answer included; 15 s when absent. */
  timeoutMs?: number;
  clock?: Clock;
  /** Told of every HTTP attempt, token requests included. What it throws is ignored. */
  onCall?: (record: CallRecord) => void;
  /** Told what happens to the kept access token. What it throws is ignored. */
  onTokenEvent?: OnTokenEvent;
  maxAnswerBytes?: number;
  connections?: number;
  /** For a proxy; see `TransportOptions`. */
  dispatcher?: Dispatcher;
  /** A mini game may give A a query alone (section 2.1); when absent any A path may be one. */
  kind?: AppKind;
  /** Repeats and pauses; without one every call is made once. Share it between clients. */
  policy?: CallPolicy;
  /**
   * With a policy: A and C repeat the identical parameters once when nobody knows what came of
   * them, which WeChat's staff say is free (section 2.3). Off: a person decides.
   */
  repeatUnknownLimited?: boolean;
}

export type WechatClientOptions = BaseOptions & TokenWay;

export interface WechatClient extends PictureCalls, QuotaCalls, LinkCalls {
  /**
   * Asks for a token past the store, in the mode that leaves the present one alone (section 1.2).
   * `token` has no such mode (section 1.1): it issues a new one, and the kept one ends in 5 minutes.
   * @throws {WechatNotSentError | WechatUnknownOutcomeError} when WeChat did not give a verdict
   */
  checkCredentials(options?: CallOptions): Promise<CredentialsCheck>;
  /** Lets calls go out again: closes the breaker and ends every pause of this mini program. */
  liftPauses(): Promise<void>;
  /** Waits for the calls in flight and closes the connections. */
  close(): Promise<void>;
}

/** One client per mini program; make it once and keep it, for it holds the connections. */
export function createWechatClient(options: WechatClientOptions): WechatClient {
  const { appId, clock = systemClock, timeoutMs = DEFAULT_TIMEOUT_MS, onTokenEvent } = options;
  const transport = createTransport({ ...options, timeoutMs });
  const line: CallLine = { transport, clock, onCall: options.onCall };
  const key = accountKey(options.baseUrl, appId);
  const route = tokenRoute(line, appId, options);
  const tokens = createTokenSource({
    key,
    store: options.tokenStore,
    clock,
    fetchToken: (forceRefresh) => route.fetch({ forceRefresh }),
    isAlwaysNew: route.isAlwaysNew,
    onTokenEvent,
  });
  const { repeatUnknownLimited = false } = options;
  const policy = options.policy?.forAccount(key, { repeatUnknownLimited });
  const run: RunCall = policy?.run ?? ((_call, once) => once());
  const account: AccountLine = { line, tokens, run, onTokenEvent };

  return {
    ...pictureCalls(account, options.kind),
    ...quotaCalls(account, appId),
    ...linkCalls(account, clock),
    checkCredentials: (call) => checkCredentials(route, call),
    liftPauses: async () => policy?.close(),
    close: () => transport.close(),
  };
}
