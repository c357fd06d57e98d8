import type { FetchToken } from "./access-token";
import type { CallOptions } from "./call-with-token";
import type { EndpointName } from "./endpoints";
import { isWechatApiError, type WechatApiError } from "./errors";
import { unlessNoToken } from "./unless-no-token";

export type CredentialsCheck =
  { ok: true; expiresInSeconds: number } | { ok: false; error: WechatApiError };

/**
 * Fetches a token that nobody keeps (sections 1 and 5).
 * @throws {WechatNotSentError | WechatUnknownOutcomeError} when WeChat did not give a verdict
 */
export async function checkCredentials(
  { name, fetch }: { name: EndpointName; fetch: FetchToken },
  { signal }: CallOptions = {},
): Promise<CredentialsCheck> {
  try {
    const token = fetch({ forceRefresh: false, signal });
    const { expiresInSeconds } = await unlessNoToken(token, name);
    return { ok: true, expiresInSeconds };
  } catch (error) {
    if (isWechatApiError(error)) return { ok: false, error };
    throw error;
  }
}
