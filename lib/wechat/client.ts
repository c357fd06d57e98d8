import type { Dispatcher } from "undici";
import { createTokenSource } from "./access-token";
import type { CallLine, CallRecord } from "./call-endpoint";
import type { CallPolicy } from "./call-policy";
import type { AccountLine, CallOptions } from "./call-with-token";
import { type Clock, systemClock } from "./clock";
import { isWechatApiError, type WechatApiError } from "./errors";
import {
  fetchStableAccessToken,
  type RevealSecret,
  type StableTokenRequest,
} from "./fetch-stable-access-token";
import { type LinkCalls, linkCalls } from "./link-calls";
import { type PictureCalls, pictureCalls } from "./picture-calls";
import { type QuotaCalls, quotaCalls } from "./quota-calls";
import type { AppKind } from "./requests";
import type { TokenStore } from "./token-store";
import { createTransport } from "./transport";

export type { CallOptions } from "./call-with-token";
export type { CodePicture } from "./picture-calls";

export interface WechatClientOptions {
  /** Such as `https://api.weixin.qq.com` (section 0). */
  baseUrl: string;
  appId: string;
  /** Asked for at every token request and not kept. */
  secret: RevealSecret;
  tokenStore: TokenStore;
  /** One deadline per HTTP attempt, the whole answer included; 15 s when absent. */
  timeoutMs?: number;
  clock?: Clock;
  /** Told of every HTTP attempt, token requests included. What it throws is ignored. */
  onCall?: (record: CallRecord) => void;
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

export type CredentialsCheck =
  { ok: true; expiresInSeconds: number } | { ok: false; error: WechatApiError };

export interface WechatClient extends PictureCalls, QuotaCalls, LinkCalls {
  /**
   * Asks for a token past the store, in the mode that leaves the present one alone (section 1.2).
   * @throws {WechatNotSentError | WechatUnknownOutcomeError} when WeChat did not give a verdict
   */
  checkCredentials(options?: CallOptions): Promise<CredentialsCheck>;
  /** Lets calls go out again: closes the breaker and ends every pause of this mini program. */
  liftPauses(): Promise<void>;
  /** Waits for the calls in flight and closes the connections. */
  close(): Promise<void>;
}

const DEFAULT_TIMEOUT_MS = 15_000;

/** One client per mini program; make it once and keep it, for it holds the connections. */
export function createWechatClient(options: WechatClientOptions): WechatClient {
  const { appId, secret, clock = systemClock, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  const transport = createTransport({ ...options, timeoutMs });
  const line: CallLine = { transport, clock, onCall: options.onCall };
  const key = `${transport.baseUrl}|${appId}`;
  const tokens = createTokenSource({
    key,
    store: options.tokenStore,
    clock,
    fetchToken: (forceRefresh) => fetchStableAccessToken(line, { appId, secret, forceRefresh }),
  });
  const { repeatUnknownLimited = false } = options;
  const policy = options.policy?.forAccount(key, { repeatUnknownLimited });
  const account: AccountLine = { line, tokens, run: policy?.run ?? ((_call, once) => once()) };

  return {
    ...pictureCalls(account, options.kind),
    ...quotaCalls(account, appId),
    ...linkCalls(account, clock),
    checkCredentials: ({ signal } = {}) =>
      checkCredentials(line, { appId, secret, forceRefresh: false, signal }),
    liftPauses: async () => policy?.close(),
    close: () => transport.close(),
  };
}

async function checkCredentials(
  line: CallLine,
  request: StableTokenRequest,
): Promise<CredentialsCheck> {
  try {
    const { expiresInSeconds } = await fetchStableAccessToken(line, request);
    return { ok: true, expiresInSeconds };
  } catch (error) {
    if (isWechatApiError(error)) return { ok: false, error };
    throw error;
  }
}
