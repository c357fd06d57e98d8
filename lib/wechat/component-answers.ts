import { z } from "zod";

/** A mini program's consent, as the exchange of its authorization code gives it. */
export interface AuthorizationInfo {
  authorizerAppId: string;
  token: string;
  expiresInSeconds: number;
  refreshToken: string;
  /** Ids of what was granted; `CODE_PERMISSION_SET` in limits.ts is the one for codes. */
  permissionSets: number[];
}

export interface RefreshedToken {
  token: string;
  expiresInSeconds: number;
  /** To be kept in place of the one that was sent. */
  refreshToken: string;
}

export interface PreAuthCode {
  preAuthCode: string;
  expiresInSeconds: number;
}

export interface Authorizer {
  authorizerAppId: string;
  refreshToken: string;
  authorizedAt: Date;
}

export interface AuthorizerPage {
  /** Of all authorisers. */
  total: number;
  authorizers: Authorizer[];
}

const Life = z.number().int().positive();
const Text = z.string().min(1);

/** `api_component_token` names its token unlike the other token calls (section 5). */
export const ComponentTokenAnswer = z
  .object({ component_access_token: Text, expires_in: Life })
  .transform((wire) => ({
    token: wire.component_access_token,
    expiresInSeconds: wire.expires_in,
  }));

/** The life is 600 or 1800 s, depending on the page one reads (section 5). */
export const PreAuthCodeAnswer = z
  .object({ pre_auth_code: Text, expires_in: Life })
  .transform((wire): PreAuthCode => ({
    preAuthCode: wire.pre_auth_code,
    expiresInSeconds: wire.expires_in,
  }));

export const QueryAuthAnswer = z
  .object({
    authorization_info: z.object({
      authorizer_appid: Text,
      authorizer_access_token: Text,
      expires_in: Life,
      authorizer_refresh_token: Text,
      func_info: z
        .array(z.object({ funcscope_category: z.object({ id: z.number().int() }) }))
        .default([]),
    }),
  })
  .transform(({ authorization_info: wire }): AuthorizationInfo => ({
    authorizerAppId: wire.authorizer_appid,
    token: wire.authorizer_access_token,
    expiresInSeconds: wire.expires_in,
    refreshToken: wire.authorizer_refresh_token,
    permissionSets: wire.func_info.map(({ funcscope_category: { id } }) => id),
  }));

export const AuthorizerTokenAnswer = z
  .object({ authorizer_access_token: Text, expires_in: Life, authorizer_refresh_token: Text })
  .transform((wire): RefreshedToken => ({
    token: wire.authorizer_access_token,
    expiresInSeconds: wire.expires_in,
    refreshToken: wire.authorizer_refresh_token,
  }));

export const AuthorizerListAnswer = z
  .object({
    total_count: z.number().int().nonnegative(),
    list: z.array(
      z.object({ authorizer_appid: Text, refresh_token: z.string(), auth_time: z.number() }),
    ),
  })
  .transform((wire): AuthorizerPage => ({
    total: wire.total_count,
    authorizers: wire.list.map((row) => ({
      authorizerAppId: row.authorizer_appid,
      refreshToken: row.refresh_token,
      authorizedAt: new Date(row.auth_time * 1000),
    })),
  }));
