import { createHash, timingSafeEqual } from "node:crypto";
import { decryptPush } from "./decrypt-push";
import { type PlatformEvent, readEvent } from "./platform-event";
import { PushRefusedError } from "./push-refused-error";

export type { PlatformEvent } from "./platform-event";

/** Of the address WeChat posts to; `signature`, which is there too, says nothing of the body. */
export interface PushQuery {
  timestamp: string;
  nonce: string;
  msgSignature: string;
  encryptType?: string;
}

export interface Push {
  componentAppId: string;
  /** For the signature. */
  token: string;
  /** The current key, then the previous one, which WeChat may go on using for a while. */
  encodingAesKeys: readonly string[];
  query: PushQuery;
  /** As it came. */
  body: string;
}

const MAX_BODY_BYTES = 64 * 1024;
/** Taken out by hand, so that no parser sees anything before the signature holds. */
const CIPHERTEXT =
  /<Encrypt>\s*(?:<!\[CDATA\[)?\s*([0-9A-Za-z+/]+={0,2})\s*(?:\]\]>)?\s*<\/Encrypt>/;

/**
 * What WeChat pushed to a third-party platform's event address (section 5). To be answered with
 * plain `success`; the same push may come again.
 * @throws {PushRefusedError} when it is not surely WeChat's, or not for this platform
 */
export function readPush(push: Push): PlatformEvent {
  const { componentAppId, token, encodingAesKeys, query, body } = push;
  if (Buffer.byteLength(body) > MAX_BODY_BYTES) throw new PushRefusedError("too_large");
  const ciphertext = CIPHERTEXT.exec(body)?.[1];
  if (ciphertext === undefined) throw new PushRefusedError("malformed");
  if (query.encryptType !== undefined && query.encryptType !== "aes") {
    throw new PushRefusedError("malformed");
  }
  if (!isSignedBy(token, query, ciphertext)) throw new PushRefusedError("signature");

  const frames = encodingAesKeys.flatMap((key) => decryptPush(key, ciphertext) ?? []);
  const frame = frames.find(({ appId }) => appId === componentAppId);
  if (frame === undefined) {
    throw new PushRefusedError(frames.length > 0 ? "foreign_appid" : "undecryptable");
  }
  return readEvent(frame.message);
}

function isSignedBy(
  token: string,
  { timestamp, nonce, msgSignature }: PushQuery,
  ciphertext: string,
): boolean {
  const text = [token, timestamp, nonce, ciphertext].toSorted().join("");
  const expected = Buffer.from(createHash("sha1").update(text).digest("hex"));
  const given = Buffer.from(msgSignature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
