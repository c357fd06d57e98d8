export interface AuthorizationPage {
  /** `https://mp.weixin.qq.com` when absent. */
  pageBase?: string;
  componentAppId: string;
  preAuthCode: string;
  /** Comes back with `auth_code` and `expires_in`; on the domain registered with the platform. */
  redirectUri: string;
  /** Lets this mini program alone consent. */
  authorizerAppId?: string;
}

/** Mini programs only; 1 would be official accounts, 3 both. */
const AUTH_TYPE = "2";

/** The page on which a mini program's administrator consents (section 5, "Auth page"). */
export function authorizationPageUrl(page: AuthorizationPage): string {
  const { pageBase = "https://mp.weixin.qq.com", authorizerAppId } = page;
  const query = new URLSearchParams({
    component_appid: page.componentAppId,
    pre_auth_code: page.preAuthCode,
    redirect_uri: page.redirectUri,
    auth_type: AUTH_TYPE,
    ...(authorizerAppId !== undefined && { biz_appid: authorizerAppId }),
  });
  return `${pageBase.replace(/\/+$/, "")}/cgi-bin/componentloginpage?${query}`;
}
