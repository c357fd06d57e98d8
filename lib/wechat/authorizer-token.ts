import type { FetchedToken, FetchToken } from "./access-token";
import type { AuthorizerCalls } from "./authorizer-calls";
import { isWechatApiError, NoTokenError } from "./errors";
import { AUTHORIZERS_PER_PAGE } from "./limits";

export interface AuthorizerTokenOptions {
  component: Pick<AuthorizerCalls, "refreshAuthorizer" | "listAuthorizers">;
  authorizerAppId: string;
  /** Null: the mini program has not authorised the platform, or has withdrawn it. */
  readRefreshToken: () => Promise<string | null>;
  /** Called with every refresh token that comes back, the same one included. */
  saveRefreshToken: (token: string) => Promise<void>;
}

const NOT_AUTHORIZED = 61003;
const REFRESH_TOKEN_INVALID = 61023;

/**
 * A mini program's tokens through its platform, for a client's `fetchToken` (section 5). After 61023
 * the refresh token is looked up in the list of authorisers and tried once more.
 * @throws {NoTokenError} `withdrawn` when the platform holds no consent
 */
export function authorizerTokenFetcher(options: AuthorizerTokenOptions): FetchToken {
  return async ({ signal }) => {
    const kept = await options.readRefreshToken();
    if (kept === null) throw withdrawn(options, "no refresh token is kept");
    try {
      try {
        return await refresh(options, kept, signal);
      } catch (error) {
        if (!isErrcode(error, REFRESH_TOKEN_INVALID)) throw error;
        const listed = await findListed(options, signal);
        if (listed === null) throw withdrawn(options, "the list of authorisers does not name it");
        await options.saveRefreshToken(listed);
        return await refresh(options, listed, signal);
      }
    } catch (error) {
      if (isErrcode(error, NOT_AUTHORIZED)) throw withdrawn(options, "WeChat answered 61003");
      throw error;
    }
  };
}

async function refresh(
  { component, authorizerAppId, saveRefreshToken }: AuthorizerTokenOptions,
  refreshToken: string,
  signal: AbortSignal | undefined,
): Promise<FetchedToken> {
  const input = { authorizerAppId, refreshToken };
  const refreshed = await component.refreshAuthorizer(input, { signal });
  await saveRefreshToken(refreshed.refreshToken);
  return { token: refreshed.token, expiresInSeconds: refreshed.expiresInSeconds };
}

async function findListed(
  { component, authorizerAppId }: AuthorizerTokenOptions,
  signal: AbortSignal | undefined,
): Promise<string | null> {
  for (let offset = 0; ; offset += AUTHORIZERS_PER_PAGE) {
    const input = { offset, count: AUTHORIZERS_PER_PAGE };
    const { total, authorizers } = await component.listAuthorizers(input, { signal });
    const own = authorizers.find((listed) => listed.authorizerAppId === authorizerAppId);
    if (own !== undefined) return own.refreshToken === "" ? null : own.refreshToken;
    if (authorizers.length === 0 || offset + AUTHORIZERS_PER_PAGE >= total) return null;
  }
}

function withdrawn({ authorizerAppId }: AuthorizerTokenOptions, why: string): NoTokenError {
  return new NoTokenError("withdrawn", `${authorizerAppId} is not authorised: ${why}`);
}

function isErrcode(error: unknown, errcode: number): boolean {
  return isWechatApiError(error) && error.errcode === errcode;
}
