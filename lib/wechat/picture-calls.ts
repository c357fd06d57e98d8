import type { Buffer } from "node:buffer";
import { type AccountLine, callForPicture, type CallOptions } from "./call-with-token";
import type { PictureExtension, PictureMediaType } from "./classify-answer";
import type { PictureEndpointName } from "./endpoints";
import {
  type CreateWxaQrcodeInput,
  CreateWxaQrcodeRequest,
  type AppKind,
  type GetWxacodeInput,
  getWxacodeRequestFor,
  type GetWxacodeUnlimitInput,
  GetWxacodeUnlimitRequest,
  type WireBody,
  wireCreateWxaQrcode,
  wireGetWxacode,
  wireGetWxacodeUnlimit,
} from "./requests";

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

/**
 * Each throws a `ZodError` before anything is sent when the input breaks a limit, else
 * `WechatApiError`, `WechatNotSentError` or `WechatUnknownOutcomeError`. Without a policy the only
 * repetition is one after a refused token, which is a definite answer and counts nothing.
 */
export interface PictureCalls {
  /** A: counts against the 100,000 (section 2.1). */
  getWxacode(input: GetWxacodeInput, options?: CallOptions): Promise<CodePicture>;
  /** B: not counted, 5,000 calls a minute (section 2.1). */
  getWxacodeUnlimit(input: GetWxacodeUnlimitInput, options?: CallOptions): Promise<CodePicture>;
  /** C: shares A's 100,000 (section 2.1). */
  createWxaQrcode(input: CreateWxaQrcodeInput, options?: CallOptions): Promise<CodePicture>;
}

export function pictureCalls(account: AccountLine, kind: AppKind | undefined): PictureCalls {
  const requestOfA = getWxacodeRequestFor(kind);
  const picture = async (
    endpoint: PictureEndpointName,
    body: WireBody,
    options: CallOptions | undefined,
  ): Promise<CodePicture> => {
    const { answer, bytes, numUsed, durationMs } = await callForPicture(
      account,
      endpoint,
      body,
      options,
    );
    const { mediaType, extension } = answer;
    return { bytes, mediaType, extension, numUsed, rid: null, durationMs };
  };

  return {
    async getWxacode(input, options) {
      return picture("getwxacode", wireGetWxacode(requestOfA.parse(input)), options);
    },
    async getWxacodeUnlimit(input, options) {
      const body = wireGetWxacodeUnlimit(GetWxacodeUnlimitRequest.parse(input));
      return picture("getwxacodeunlimit", body, options);
    },
    async createWxaQrcode(input, options) {
      const body = wireCreateWxaQrcode(CreateWxaQrcodeRequest.parse(input));
      return picture("createwxaqrcode", body, options);
    },
  };
}
