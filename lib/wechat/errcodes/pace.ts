import type { ErrcodeAdvice, ErrcodeRow } from "./errcode-row";

const NO_MORE_TOKENS: ErrcodeAdvice = {
  class: "next_day",
  zh: {
    cause: "今天获取 token 的次数用完了。",
    fix: "明天会恢复；请检查是否有程序在反复获取 token。",
  },
  en: {
    cause: "Today's token calls are used up.",
    fix: "It recovers tomorrow; look for a program that fetches tokens over and over.",
  },
};

/** Stumbles, rate limits and the quota calls (sections 0, 4, 6.5 and 6.6). */
export const PACE_ERRCODES: readonly ErrcodeRow[] = [
  {
    code: -1,
    meaning: "system error",
    class: "short_retry",
    quotaUsed: "unknown",
    zh: {
      cause: "微信系统繁忙。",
      fix: "稍等几秒再试。有数量限制的码请用同样的参数重试，以免多占名额。",
    },
    en: {
      cause: "WeChat is busy.",
      fix: "Try again in a few seconds. For limited codes keep the same parameters, so that no second one is counted.",
    },
    source: "sections 3 and 4",
  },
  {
    code: -1000,
    meaning: "system error",
    class: "short_retry",
    quotaUsed: "unknown",
    zh: { cause: "微信系统内部出错。", fix: "稍等几秒再试；持续出现时查看微信开放社区公告。" },
    en: {
      cause: "WeChat had an internal error.",
      fix: "Try again in a few seconds; if it lasts, look for a notice in WeChat's developer community.",
    },
    source: "section 4",
  },
  {
    code: 44990,
    meaning: "reach max api second frequence limit",
    class: "next_minute",
    quotaUsed: "no",
    zh: { cause: "每秒调用次数超限。", fix: "系统会放慢速度继续；如有其他程序也在调用，请错开。" },
    en: {
      cause: "Too many calls in one second.",
      fix: "Calls go on more slowly; if another program uses the same account, run them at different times.",
    },
    source: "section 4",
  },
  {
    code: 44991,
    meaning: "reach max api minute frequence limit",
    class: "next_minute",
    quotaUsed: "no",
    zh: { cause: "每分钟调用次数超限。", fix: "等一分钟会自动继续。" },
    en: { cause: "Too many calls in one minute.", fix: "Wait one minute; work then goes on." },
    source: "section 4",
  },
  {
    code: 44993,
    meaning: "reach max api day frequence limit",
    class: "next_day",
    quotaUsed: "no",
    zh: {
      cause: "今天的调用次数用完了。",
      fix: "明天再继续；急用时可在公众平台清零当日调用次数。",
    },
    en: {
      cause: "Today's calls are used up.",
      fix: "Go on tomorrow; if it is urgent, clear the day's counter in the WeChat console.",
    },
    source: "section 4",
  },
  {
    code: 45009,
    meaning: "reach max api daily quota limit",
    class: "next_day",
    quotaUsed: "no",
    zh: {
      cause: "这个接口今天的调用次数用完了。",
      fix: "明天再继续；急用时可清零当日调用次数（每月 10 次）。",
    },
    en: {
      cause: "Today's calls of this API are used up.",
      fix: "Go on tomorrow; if it is urgent, clear the daily counter (10 times a month).",
    },
    source: "section 4",
    byEndpoint: {
      getwxacodeunlimit: {
        class: "next_minute",
        zh: { cause: "这一分钟的调用超过上限（每分钟约 5000 次）。", fix: "等一分钟会自动继续。" },
        en: {
          cause: "More calls this minute than allowed (about 5,000).",
          fix: "Wait one minute; work then goes on.",
        },
      },
      stable_token: NO_MORE_TOKENS,
      token: NO_MORE_TOKENS,
      api_component_token: NO_MORE_TOKENS,
      api_authorizer_token: NO_MORE_TOKENS,
      getwxacode: {
        class: "next_day",
        zh: {
          cause: "今天生成的次数用完了（每天约 1 万次，重复生成也算）。",
          fix: "明天再继续，或改用不限量的小程序码。",
        },
        en: {
          cause: "Today's calls are used up (about 10,000 a day, repeats included).",
          fix: "Go on tomorrow, or make unlimited codes with a scene.",
        },
      },
    },
  },
  {
    code: 45011,
    meaning: "api minute-quota reach limit, must slower, retry next minute",
    class: "next_minute",
    quotaUsed: "no",
    zh: { cause: "这一分钟调用得太快了。", fix: "等一分钟会自动继续。" },
    en: { cause: "Calls came too fast this minute.", fix: "Wait one minute; work then goes on." },
    source: "section 4",
  },
  {
    code: 48006,
    meaning: "forbid to clear quota because of reaching the limit",
    class: "never",
    quotaUsed: "no",
    zh: { cause: "本月 10 次清零机会已用完。", fix: "等下个月，或等每日次数在零点自动恢复。" },
    en: {
      cause: "The 10 clearings of this month are used up.",
      fix: "Wait for next month, or for the daily counters to start again at midnight.",
    },
    source: "section 4",
  },
  {
    code: 76001,
    meaning: "rid not found",
    class: "never",
    quotaUsed: "no",
    zh: {
      cause: "查不到这个 rid，可能已超过 7 天。",
      fix: "只能查询 7 天内的 rid，请核对后再查。",
    },
    en: {
      cause: "This rid is not known; it may be older than 7 days.",
      fix: "Only rids of the last 7 days can be looked up; check it and try again.",
    },
    source: "section 0",
  },
  {
    code: 76002,
    meaning: "rid is error",
    class: "never",
    quotaUsed: "no",
    zh: { cause: "rid 格式不对。", fix: "从错误信息里完整复制 rid，格式是三组八位字符。" },
    en: {
      cause: "The rid is malformed.",
      fix: "Copy it whole from the error message: three groups of eight characters.",
    },
    source: "section 0",
  },
  {
    code: 76003,
    meaning: "no permission",
    class: "never",
    quotaUsed: "no",
    zh: {
      cause: "没有权限查询，或接口路径前缀不对。",
      fix: "确认查询的是本账号的调用，接口路径以 / 开头。",
    },
    en: {
      cause: "No permission to ask, or a wrong prefix of the API path.",
      fix: "Ask about this account's own calls, with an API path that begins with /.",
    },
    source: "section 4",
  },
  {
    code: 76021,
    meaning: "cgi_path not found",
    class: "never",
    quotaUsed: "no",
    zh: {
      cause: "要查询的接口路径不存在。",
      fix: "填写以 / 开头、不带域名的接口路径，例如 /wxa/getwxacode。",
    },
    en: {
      cause: "There is no such API path.",
      fix: "Give the path without a host, beginning with /, such as /wxa/getwxacode.",
    },
    source: "section 4",
  },
  {
    code: 76022,
    meaning: "no permission for this cgi_path",
    class: "never",
    quotaUsed: "no",
    zh: { cause: "当前 token 无权查询这个接口的额度。", fix: "换成拥有该接口的账号来查询。" },
    en: {
      cause: "The token may not read the quota of this API.",
      fix: "Ask with the account that owns the API.",
    },
    source: "section 4",
  },
];
