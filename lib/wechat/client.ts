import type { Dispatcher } from "undici";
import { createTokenSource } from "./access-token";
import type { CallLine, CallRecord } from "./call-endpoint";
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
}

export type CredentialsCheck =
  { ok: true; expiresInSeconds: number } | { ok: false; error: WechatApiError };

export interface WechatClient extends PictureCalls, QuotaCalls, LinkCalls {
  /**
   * Asks for a token past the store, in the mode that leaves the present one alone (section 1.2).
   * @throws {WechatNotSentError | WechatUnknownOutcomeError} when WeChat did not give a verdict
   */
  checkCredentials(options?: CallOptions): Promise<CredentialsCheck>;
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
  const account: AccountLine = { line, tokens, run: (_call, once) => once() };

  return {
    ...pictureCalls(account),
    ...quotaCalls(account, appId),
    ...linkCalls(account, clock),
    checkCredentials: ({ signal } = {}) =>
      checkCredentials(line, { appId, secret, forceRefresh: false, signal }),
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
