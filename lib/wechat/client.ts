import type { Buffer } from "node:buffer";
import type { Dispatcher } from "undici";
import { createTokenSource, type TokenSource } from "./access-token";
import { callEndpoint, type Called, type CallLine, type CallRecord } from "./call-endpoint";
import {
  classifyPictureAnswer,
  type PictureAnswer,
  type PictureExtension,
  type PictureMediaType,
} from "./classify-answer";
import { type Clock, systemClock } from "./clock";
import type { PictureEndpointName } from "./endpoints";
import { isWechatApiError, type WechatApiError } from "./errors";
import { fetchStableAccessToken, type RevealSecret } from "./fetch-stable-access-token";
import {
  CreateWxaQrcodeRequest,
  type CreateWxaQrcodeInput,
  GetWxacodeRequest,
  type GetWxacodeInput,
  GetWxacodeUnlimitRequest,
  type GetWxacodeUnlimitInput,
  type WireBody,
  wireCreateWxaQrcode,
  wireGetWxacode,
  wireGetWxacodeUnlimit,
} from "./requests";
import type { StoredToken, TokenStore } from "./token-store";
import { createTransport } from "./transport";
import { unlessAborted } from "./unless-aborted";

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

export interface CodePicture {
  bytes: Buffer;
  /** Told by the bytes, never by the header (section 2.2). */
  mediaType: PictureMediaType;
  extension: PictureExtension;
  /** A + C codes used for life, from the Num-Used header; null when WeChat did not say. */
  numUsed: number | null;
  /** Null: WeChat names a rid in errors only (section 2.2). */
  rid: string | null;
  /** Of the attempt that brought the picture. */
  durationMs: number;
}

export interface CallOptions {
  signal?: AbortSignal;
}

export type CredentialsCheck =
  { ok: true; expiresInSeconds: number } | { ok: false; error: WechatApiError };

/**
 * The image calls throw a `ZodError` before anything is sent when the input breaks a limit, else
 * `WechatApiError`, `WechatNotSentError` or `WechatUnknownOutcomeError`. The only repetition is
 * one after a refused token, which is a definite answer and counts nothing (section 4).
 */
export interface WechatClient {
  /** A: counts against the 100,000 (section 2.1). */
  getWxacode(input: GetWxacodeInput, options?: CallOptions): Promise<CodePicture>;
  /** B: not counted, 5,000 calls a minute (section 2.1). */
  getWxacodeUnlimit(input: GetWxacodeUnlimitInput, options?: CallOptions): Promise<CodePicture>;
  /** C: shares A's 100,000 (section 2.1). */
  createWxaQrcode(input: CreateWxaQrcodeInput, options?: CallOptions): Promise<CodePicture>;
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
  const tokens = createTokenSource({
    key: `${transport.baseUrl}|${appId}`,
    store: options.tokenStore,
    clock,
    fetchToken: (forceRefresh) => fetchStableAccessToken(line, { appId, secret, forceRefresh }),
  });
  const picture = (endpoint: PictureEndpointName, body: WireBody, call: CallOptions = {}) =>
    getPicture(line, tokens, { endpoint, body, signal: call.signal });

  return {
    async getWxacode(input, call) {
      return picture("getwxacode", wireGetWxacode(GetWxacodeRequest.parse(input)), call);
    },
    async getWxacodeUnlimit(input, call) {
      const request = GetWxacodeUnlimitRequest.parse(input);
      return picture("getwxacodeunlimit", wireGetWxacodeUnlimit(request), call);
    },
    async createWxaQrcode(input, call) {
      const request = CreateWxaQrcodeRequest.parse(input);
      return picture("createwxaqrcode", wireCreateWxaQrcode(request), call);
    },
    async checkCredentials({ signal } = {}) {
      try {
        const ask = { appId, secret, forceRefresh: false, signal };
        const { expiresInSeconds } = await fetchStableAccessToken(line, ask);
        return { ok: true, expiresInSeconds };
      } catch (error) {
        if (isWechatApiError(error)) return { ok: false, error };
        throw error;
      }
    },
    close: () => transport.close(),
  };
}

interface PictureCall {
  endpoint: PictureEndpointName;
  body: WireBody;
  signal: AbortSignal | undefined;
}

async function getPicture(
  line: CallLine,
  tokens: TokenSource,
  call: PictureCall,
): Promise<CodePicture> {
  const token = await unlessAborted(tokens.get(), call);
  try {
    return await getPictureWith(line, token, call);
  } catch (error) {
    if (!isWechatApiError(error) || error.errorClass !== "refresh_token") throw error;
    const replacement = await unlessAborted(tokens.replace(token), call);
    if (replacement === null) throw error;
    return getPictureWith(line, replacement, call);
  }
}

async function getPictureWith(
  line: CallLine,
  { token }: StoredToken,
  { endpoint, body, signal }: PictureCall,
): Promise<CodePicture> {
  const { answer, bytes, numUsed, durationMs }: Called<PictureAnswer> = await callEndpoint(line, {
    endpoint,
    body,
    accessToken: token,
    secrets: [token],
    classify: classifyPictureAnswer,
    signal,
  });
  const { mediaType, extension } = answer;
  return { bytes, mediaType, extension, numUsed, rid: null, durationMs };
}
