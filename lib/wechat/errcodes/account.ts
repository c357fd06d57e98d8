import type { ErrcodeRow } from "./errcode-row";

/** The standing of the account and of the server's address (section 4). */
export const ACCOUNT_ERRCODES: readonly ErrcodeRow[] = [
  {
    code: 48001,
    meaning: "api unauthorized",
    class: "stop_forever",
    quotaUsed: "no",
    zh: {
      cause:
        "当前 token 没有这个接口的权限，常见原因是填了公众号的 AppID，或用了第三方平台的 component token。",
      fix: "确认账号是小程序；由第三方平台代调用时，用授权方的 token。",
    },
    en: {
      cause:
        "The token has no right to this API, often because the AppID is an official account's or a component token was used.",
      fix: "Check that the account is a mini program; on a third-party platform use the authoriser's token.",
    },
    source: "section 4",
  },
  {
    code: 48004,
    meaning: "api forbidden for irregularities, view detail on mp.weixin.qq.com",
    class: "stop_forever",
    quotaUsed: "no",
    zh: {
      cause: "小程序因违规被封禁了接口。",
      fix: "登录公众平台查看站内通知，按提示整改或申诉。",
    },
    en: {
      cause: "The mini program's APIs are banned for a breach of the rules.",
      fix: "Read the notice in the WeChat console, then put it right or appeal.",
    },
    source: "section 4",
  },
  {
    code: 50002,
    meaning: "user limited",
    class: "stop_forever",
    quotaUsed: "no",
    zh: { cause: "账号功能被微信限制。", fix: "登录公众平台查看限制原因，解除后再继续。" },
    en: {
      cause: "WeChat has limited this account.",
      fix: "Find the reason in the WeChat console and carry on once it is lifted.",
    },
    source: "section 4",
  },
  {
    code: 50004,
    meaning: "user not allow to use accesstoken, maybe for punishment",
    class: "stop_forever",
    quotaUsed: "no",
    zh: {
      cause: "账号被禁止获取 access_token，可能正在受处罚。",
      fix: "登录公众平台查看处罚通知并处理。",
    },
    en: {
      cause: "The account may not fetch access tokens, perhaps as a penalty.",
      fix: "Look up the penalty in the WeChat console and settle it.",
    },
    source: "section 4",
  },
  {
    code: 50007,
    meaning: "account frozen",
    class: "stop_forever",
    quotaUsed: "no",
    zh: { cause: "账号已被冻结。", fix: "登录公众平台按提示解冻账号。" },
    en: { cause: "The account is frozen.", fix: "Unfreeze it in the WeChat console." },
    source: "sections 1.1 and 4",
  },
  {
    code: 89503,
    meaning: "this IP needs the administrator's confirmation",
    class: "stop_forever",
    quotaUsed: "no",
    zh: {
      cause: "这个 IP 第一次调用，需要管理员确认。",
      fix: "请管理员在微信里确认收到的 IP 调用提醒，然后再试。",
    },
    en: {
      cause: "This IP calls for the first time and the administrator must confirm it.",
      fix: "Ask the administrator to confirm the notice in WeChat, then try again.",
    },
    source: "section 4",
  },
  {
    code: 89506,
    meaning: "the administrator refused this IP, 24 hours",
    class: "stop_forever",
    quotaUsed: "no",
    zh: {
      cause: "管理员拒绝了这个 IP，24 小时内不能再调用。",
      fix: "和管理员确认该服务器可信，24 小时后再试并请他同意。",
    },
    en: {
      cause: "The administrator refused this IP; it is shut out for 24 hours.",
      fix: "Agree with the administrator that the server is yours, try again after 24 hours and have it accepted.",
    },
    source: "section 4",
  },
  {
    code: 89507,
    meaning: "the administrator refused this IP, 1 hour",
    class: "stop_forever",
    quotaUsed: "no",
    zh: {
      cause: "管理员拒绝了这个 IP，1 小时内不能再调用。",
      fix: "和管理员确认该服务器可信，1 小时后再试并请他同意。",
    },
    en: {
      cause: "The administrator refused this IP; it is shut out for 1 hour.",
      fix: "Agree with the administrator that the server is yours, try again after an hour and have it accepted.",
    },
    source: "section 4",
  },
];
