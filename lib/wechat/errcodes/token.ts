import type { ErrcodeAdvice, ErrcodeRow } from "./errcode-row";

const WRONG_SECRET: ErrcodeAdvice = {
  class: "stop_forever",
  zh: {
    cause: "AppSecret 不对，或不属于这个 AppID。",
    fix: "核对 AppID 和 AppSecret 是否来自同一个小程序。",
  },
  en: {
    cause: "The AppSecret is wrong or belongs to another AppID.",
    fix: "Check that AppID and AppSecret come from the same mini program.",
  },
};

const WRONG_COMPONENT_SECRET: ErrcodeAdvice = {
  class: "stop_forever",
  zh: {
    cause: "第三方平台的 AppSecret 不对，可能已在微信开放平台重置。",
    fix: "到微信开放平台核对第三方平台的 AppID 和 AppSecret，并在这里更新。",
  },
  en: {
    cause: "The platform's AppSecret is wrong; it may have been reset on the WeChat Open Platform.",
    fix: "Compare the platform's AppID and AppSecret with the WeChat Open Platform and enter them here.",
  },
};

/** Access tokens and credentials (sections 1 and 4). */
export const TOKEN_ERRCODES: readonly ErrcodeRow[] = [
  {
    code: 40001,
    meaning: "invalid credential, access_token is invalid or not latest",
    class: "refresh_token",
    quotaUsed: "no",
    zh: {
      cause: "access_token 已失效，多半是别的系统重新获取了 token。",
      fix: "系统会自动换新 token 再试一次。仍然失败时，请检查是否有其他程序也在用这个 AppSecret 获取 token。",
    },
    en: {
      cause:
        "The access token no longer holds, most often because another system fetched a new one.",
      fix: "A new token is fetched and the call repeated once. If it fails again, look for another program that uses the same AppSecret.",
    },
    source: "section 4",
    byEndpoint: {
      stable_token: WRONG_SECRET,
      token: WRONG_SECRET,
      api_component_token: WRONG_COMPONENT_SECRET,
      api_start_push_ticket: WRONG_COMPONENT_SECRET,
    },
  },
  {
    code: 40002,
    meaning: "invalid grant_type",
    class: "never",
    quotaUsed: "no",
    zh: {
      cause: "获取 token 的 grant_type 不对；生成链接时则表示没有生成权限。",
      fix: "确认请求没有被代理改写；生成链接时到公众平台确认该小程序已开通此能力。",
    },
    en: {
      cause:
        "The grant_type of the token call is wrong; on a link call it means links may not be made.",
      fix: "Check that no proxy rewrites the request; for links, check in the WeChat console that the mini program has the feature.",
    },
    source: "section 4",
  },
  {
    code: 40013,
    meaning: "invalid appid",
    class: "stop_forever",
    quotaUsed: "no",
    zh: {
      cause: "AppID 不对，或该小程序没有授权给当前第三方平台。",
      fix: "到公众平台「开发管理」核对 AppID，注意大小写和多余空格。",
    },
    en: {
      cause:
        "The AppID is wrong, or the mini program has not authorised this third-party platform.",
      fix: "Compare the AppID with the one in the WeChat console, letter case and stray spaces included.",
    },
    source: "section 4",
  },
  {
    code: 40014,
    meaning: "invalid access_token",
    class: "refresh_token",
    quotaUsed: "no",
    zh: {
      cause: "access_token 格式不对，或用了别的账号类型的 token。",
      fix: "系统会自动换新 token 再试一次。仍然失败时，确认填写的是小程序的 AppID，而不是公众号的。",
    },
    en: {
      cause: "The access token is malformed or belongs to another kind of account.",
      fix: "A new token is fetched and the call repeated once. If it fails again, check that the AppID is a mini program's and not an official account's.",
    },
    source: "section 4",
  },
  {
    code: 40125,
    meaning: "invalid appsecret",
    class: "stop_forever",
    quotaUsed: "no",
    zh: {
      cause: "AppSecret 不对，可能已在公众平台重置。",
      fix: "到公众平台重新生成 AppSecret，并在这里更新。",
    },
    en: {
      cause: "The AppSecret is wrong; it may have been reset in the WeChat console.",
      fix: "Generate a new AppSecret in the WeChat console and enter it here.",
    },
    source: "section 4",
    byEndpoint: {
      api_component_token: WRONG_COMPONENT_SECRET,
      api_start_push_ticket: WRONG_COMPONENT_SECRET,
    },
  },
  {
    code: 40164,
    meaning: "invalid ip ..., not in whitelist",
    class: "stop_forever",
    quotaUsed: "no",
    zh: {
      cause: "服务器出口 IP 不在小程序的 IP 白名单里。",
      fix: "把错误信息里的 IP 加到公众平台「开发设置」的 IP 白名单，几分钟后再试。",
    },
    en: {
      cause: "The server's outgoing IP is not on the mini program's whitelist.",
      fix: "Add the IP named in the message to the IP whitelist in the WeChat console and try again in a few minutes.",
    },
    source: "section 4",
  },
  {
    code: 40243,
    meaning: "AppSecret frozen",
    class: "stop_forever",
    quotaUsed: "no",
    zh: { cause: "AppSecret 被冻结了。", fix: "到公众平台解冻 AppSecret，约 10 分钟后生效。" },
    en: {
      cause: "The AppSecret is frozen.",
      fix: "Unfreeze it in the WeChat console; it takes about 10 minutes to work.",
    },
    source: "sections 1.1 and 4",
  },
  {
    code: 41001,
    meaning: "access_token missing",
    class: "never",
    quotaUsed: "no",
    zh: {
      cause: "请求没有带上 access_token，可能被中间代理去掉了。",
      fix: "检查出口代理是否改写了网址里的参数。",
    },
    en: {
      cause: "The request arrived without an access token; a proxy may have removed it.",
      fix: "Check whether an outgoing proxy rewrites the query of the address.",
    },
    source: "section 4",
  },
  {
    code: 41002,
    meaning: "appid missing",
    class: "stop_forever",
    quotaUsed: "no",
    zh: { cause: "获取 token 时没有带 AppID。", fix: "补填小程序的 AppID。" },
    en: {
      cause: "The token call carried no AppID.",
      fix: "Fill in the AppID of the mini program.",
    },
    source: "section 4",
  },
  {
    code: 41004,
    meaning: "appsecret missing",
    class: "stop_forever",
    quotaUsed: "no",
    zh: { cause: "获取 token 时没有带 AppSecret。", fix: "补填小程序的 AppSecret。" },
    en: {
      cause: "The token call carried no AppSecret.",
      fix: "Fill in the AppSecret of the mini program.",
    },
    source: "section 4",
  },
  {
    code: 42001,
    meaning: "access_token expired",
    class: "refresh_token",
    quotaUsed: "no",
    zh: {
      cause: "access_token 过期了。",
      fix: "系统会自动换新 token 再试一次，一般不用处理。经常出现时请校准服务器时间。",
    },
    en: {
      cause: "The access token has expired.",
      fix: "A new token is fetched and the call repeated once. If it happens often, check the server's clock.",
    },
    source: "section 4",
  },
];
