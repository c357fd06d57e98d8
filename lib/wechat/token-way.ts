import type { FetchToken } from "./access-token";
import type { CallLine } from "./call-endpoint";
import type { EndpointName } from "./endpoints";
import { fetchClassicAccessToken } from "./fetch-classic-access-token";
import { fetchStableAccessToken } from "./fetch-stable-access-token";
import type { RevealSecret } from "./reveal-secret";

/** The mini program's own secret. */
export interface SecretWay {
  secret: RevealSecret;
  /** `stable_token` when absent; `token` shares its tokens with nobody (section 1.1). */
  tokenEndpoint?: "stable_token" | "token";
}

/** Somebody else's tokens: a platform's (`authorizerTokenFetcher`), or a token server's. */
export interface FetcherWay {
  /** Rejects with a `NoTokenError` when there is none to be had. */
  fetchToken: FetchToken;
  /**
   * What `checkCredentials` calls it in errors: `api_authorizer_token` for a platform,
   * `token_server` for a company's own; `stable_token` when absent.
   */
  tokenName?: EndpointName;
}

/** Where a client's access tokens come from. */
export type TokenWay = SecretWay | FetcherWay;

export interface TokenRoute {
  name: EndpointName;
  fetch: FetchToken;
  isAlwaysNew: boolean;
}

/** The way tokens of one mini program are fetched. */
export function tokenRoute(line: CallLine, appId: string, way: TokenWay): TokenRoute {
  if ("fetchToken" in way) {
    const { fetchToken, tokenName = "stable_token" } = way;
    return { name: tokenName, fetch: fetchToken, isAlwaysNew: false };
  }
  const { secret, tokenEndpoint: name = "stable_token" } = way;
  if (name === "token") {
    const fetch: FetchToken = ({ signal }) =>
      fetchClassicAccessToken(line, { appId, secret, signal });
    return { name, fetch, isAlwaysNew: true };
  }
  const fetch: FetchToken = (request) =>
    fetchStableAccessToken(line, { appId, secret, ...request });
  return { name, fetch, isAlwaysNew: false };
}
