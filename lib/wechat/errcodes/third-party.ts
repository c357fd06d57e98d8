import type { ErrcodeRow } from "./errcode-row";

/** Calls through a third-party platform (sections 4 and 5). */
export const THIRD_PARTY_ERRCODES: readonly ErrcodeRow[] = [
  {
    code: 41018,
    meaning: "missing component_appid",
    class: "never",
    quotaUsed: "no",
    zh: { cause: "请求没有带第三方平台的 AppID。", fix: "补填第三方平台的 component_appid。" },
    en: {
      cause: "The request carried no AppID of the third-party platform.",
      fix: "Fill in the platform's component_appid.",
    },
    source: "section 4",
  },
  {
    code: 61003,
    meaning: "component is not authorized by this account",
    class: "stop_forever",
    quotaUsed: "no",
    zh: {
      cause: "小程序没有授权给这个第三方平台，或已取消授权。",
      fix: "请小程序管理员重新扫码授权。",
    },
    en: {
      cause: "The mini program has not authorised this platform, or has withdrawn it.",
      fix: "Ask its administrator to authorise again.",
    },
    source: "section 4",
  },
  {
    code: 61004,
    meaning: "access clientip is not registered",
    class: "stop_forever",
    quotaUsed: "no",
    zh: {
      cause: "服务器出口 IP 没有登记在第三方平台的白名单里。",
      fix: "把错误信息里的 IP 加到微信开放平台的白名单。",
    },
    en: {
      cause: "The server's outgoing IP is not registered with the third-party platform.",
      fix: "Add the IP named in the message to the whitelist on the WeChat Open Platform.",
    },
    source: "section 4",
  },
  {
    code: 61005,
    meaning: "component ticket is expired",
    class: "never",
    quotaUsed: "no",
    zh: {
      cause: "第三方平台的 ticket 过期了，已有 12 小时没收到推送。",
      fix: "检查授权事件接收地址能否访问，再请微信重新推送 ticket。",
    },
    en: {
      cause: "The platform's ticket has expired; none was received for 12 hours.",
      fix: "Check that the event address can be reached, then ask WeChat to start pushing tickets again.",
    },
    source: "sections 4 and 5",
  },
  {
    code: 61006,
    meaning: "component ticket is invalid",
    class: "never",
    quotaUsed: "no",
    zh: {
      cause: "第三方平台的 ticket 不对。",
      fix: "等下一次推送（每 10 分钟一次），并确认没有混用别的平台的 ticket。",
    },
    en: {
      cause: "The platform's ticket is not valid.",
      fix: "Wait for the next push (every 10 minutes) and check that no other platform's ticket is used.",
    },
    source: "sections 4 and 5",
  },
  {
    code: 61007,
    meaning: "api is unauthorized to component",
    class: "stop_forever",
    quotaUsed: "no",
    zh: {
      cause: "小程序没有把「获取小程序码」权限（权限集 17）授权给第三方平台。",
      fix: "请小程序管理员重新授权，并勾选这个权限集。",
    },
    en: {
      cause: "The mini program has not granted permission set 17 (making codes) to the platform.",
      fix: "Ask its administrator to authorise again with that permission set.",
    },
    source: "sections 4 and 5",
  },
  {
    code: 61009,
    meaning: "invalid authorization code",
    class: "never",
    quotaUsed: "no",
    zh: { cause: "授权码无效，或已经用过。", fix: "请小程序管理员重新走一次授权流程。" },
    en: {
      cause: "The authorization code is not valid or was used before.",
      fix: "Ask the administrator of the mini program to authorise once more.",
    },
    source: "section 4",
  },
  {
    code: 61010,
    meaning: "expired authorization code",
    class: "never",
    quotaUsed: "no",
    zh: { cause: "授权码过期了。", fix: "请小程序管理员重新授权，授权后尽快完成。" },
    en: {
      cause: "The authorization code has expired.",
      fix: "Ask the administrator to authorise again and finish without delay.",
    },
    source: "section 4",
  },
  {
    code: 61011,
    meaning: "invalid component",
    class: "stop_forever",
    quotaUsed: "no",
    zh: {
      cause: "第三方平台账号无效，或 AppID 填错。",
      fix: "到微信开放平台核对第三方平台的 AppID 和状态。",
    },
    en: {
      cause: "The third-party platform is not valid, or its AppID is wrong.",
      fix: "Check the platform's AppID and standing on the WeChat Open Platform.",
    },
    source: "section 4",
  },
  {
    code: 61014,
    meaning: "must use component token for component api",
    class: "never",
    quotaUsed: "no",
    zh: {
      cause: "这个接口要用第三方平台的 component token。",
      fix: "确认调用的是第三方平台接口，并换用 component_access_token。",
    },
    en: {
      cause: "This API wants the platform's component token.",
      fix: "Check that a platform API is meant, and use the component_access_token.",
    },
    source: "section 4",
  },
  {
    code: 61023,
    meaning: "refresh_token is invalid",
    class: "stop_forever",
    quotaUsed: "no",
    zh: {
      cause: "授权方的 refresh_token 失效了。",
      fix: "从授权方列表重新取回 refresh_token，取不到就请小程序管理员重新授权。",
    },
    en: {
      cause: "The authoriser's refresh token no longer holds.",
      fix: "Fetch it again from the list of authorisers; failing that, ask the administrator to authorise again.",
    },
    source: "sections 4 and 5",
  },
  {
    code: 61024,
    meaning: "must use api(api_component_token) to get token for component acct",
    class: "stop_forever",
    quotaUsed: "no",
    zh: {
      cause: "填的是第三方平台的 AppID，不能直接获取小程序 token。",
      fix: "改填小程序自己的 AppID，或改用第三方平台授权方式接入。",
    },
    en: {
      cause:
        "The AppID is that of a third-party platform, which cannot fetch a mini program's token.",
      fix: "Enter the mini program's own AppID, or connect it through the platform.",
    },
    source: "sections 1.1 and 4",
  },
];
