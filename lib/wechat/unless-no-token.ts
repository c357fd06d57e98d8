import type { EndpointName } from "./endpoints";
import { NoTokenError, WechatNotSentError } from "./errors";
import { redact } from "./redact";

/**
 * Waits for a token. When there is none to be had, the call it is for was not sent.
 * @throws {WechatNotSentError} in place of a `NoTokenError`; all else passes through
 */
export async function unlessNoToken<T>(token: Promise<T>, endpoint: EndpointName): Promise<T> {
  try {
    return await token;
  } catch (error) {
    if (!(error instanceof NoTokenError)) throw error;
    const { reason, message, refusedIp } = error;
    throw new WechatNotSentError(endpoint, reason, redact(message, []), refusedIp);
  }
}
