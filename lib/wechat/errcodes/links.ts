import type { ErrcodeRow } from "./errcode-row";

/** URL Scheme, URL Link and short links (sections 4 and 6.1 to 6.3). */
export const LINK_ERRCODES: readonly ErrcodeRow[] = [
  {
    code: 40066,
    meaning: "invalid url",
    class: "never",
    quotaUsed: "no",
    zh: {
      cause: "短链接的页面路径不对。",
      fix: "核对页面路径，必须是已发布的页面，长度不超过 1024 个字符。",
    },
    en: {
      cause: "The page of the short link is wrong.",
      fix: "Check the path: a published page, at most 1024 characters.",
    },
    source: "sections 4 and 6.3",
  },
  {
    code: 40165,
    meaning: "invalid weapp pagepath",
    class: "never",
    quotaUsed: "no",
    zh: { cause: "链接的页面路径不对。", fix: "填写已发布的页面路径，参数单独放在 query 里。" },
    en: {
      cause: "The page path of the link is wrong.",
      fix: "Use the path of a published page and put parameters in the query.",
    },
    source: "sections 4 and 6.1",
  },
  {
    code: 40212,
    meaning: "invalid query",
    class: "never",
    quotaUsed: "no",
    zh: {
      cause: "链接的 query 不对，可能太长或有不支持的字符。",
      fix: "控制在 1024 个字符内，特殊字符先做网址编码。",
    },
    en: {
      cause: "The query of the link is wrong: too long, or with characters that are not allowed.",
      fix: "Keep it within 1024 characters and percent-encode special ones.",
    },
    source: "sections 4 and 6.1",
  },
  {
    code: 40225,
    meaning: "invalid page_title",
    class: "never",
    quotaUsed: "no",
    zh: {
      cause: "短链接的页面标题不符合要求。",
      fix: "换一个简短、合规的标题，建议不超过 20 个字。",
    },
    en: {
      cause: "The page title of the short link is not accepted.",
      fix: "Choose a short and plain title, 20 characters at most.",
    },
    source: "section 6.3",
  },
  {
    code: 43104,
    meaning: "this appid does not have permission",
    class: "stop_forever",
    quotaUsed: "no",
    zh: {
      cause: "这个小程序没有生成短链接的权限。",
      fix: "确认小程序主体不是个人，且类目符合短链接的开放范围。",
    },
    en: {
      cause: "This mini program may not make short links.",
      fix: "Check that its owner is not a private person and that its category is admitted to short links.",
    },
    source: "sections 4 and 6.3",
  },
  {
    code: 85088,
    meaning: "URL Link refused by WeChat",
    class: "never",
    quotaUsed: "no",
    zh: {
      cause: "微信拒绝生成这条 URL Link，文档没有写明具体原因。",
      fix: "查看错误原文，核对云开发环境和页面参数后再试。",
    },
    en: {
      cause: "WeChat refused this URL Link; the documents do not say exactly why.",
      fix: "Read the original message and check the cloud environment and page parameters.",
    },
    source: "section 6.3",
  },
  {
    code: 85400,
    meaning: "reach max long time quota limit",
    class: "stop_forever",
    quotaUsed: "no",
    zh: {
      cause: "长期有效链接的 10 万个上限用完了。",
      fix: "改用 30 天内到期的链接，或改用小程序码。",
    },
    en: {
      cause: "The 100,000 permanent links are used up.",
      fix: "Use links that expire within 30 days, or a code instead.",
    },
    source: "sections 4 and 6.3",
  },
  {
    code: 85401,
    meaning: "invalid expire_time",
    class: "never",
    quotaUsed: "no",
    zh: {
      cause: "链接的到期时间不对。",
      fix: "到期时间设在 1 分钟到 30 天之间，并校准服务器时间。",
    },
    en: {
      cause: "The expiry of the link is wrong.",
      fix: "Set it between 1 minute and 30 days from now, and check the server's clock.",
    },
    source: "sections 4 and 6.1",
  },
  {
    code: 85402,
    meaning: "invalid env_version",
    class: "never",
    quotaUsed: "no",
    zh: { cause: "链接要打开的版本不对。", fix: "版本只能是 release、trial 或 develop。" },
    en: {
      cause: "The version the link should open is wrong.",
      fix: "Use release, trial or develop.",
    },
    source: "sections 4 and 6.1",
  },
  {
    code: 85403,
    meaning: "link not found",
    class: "never",
    quotaUsed: "no",
    zh: {
      cause: "查不到这条链接，可能已经失效。",
      fix: "确认链接完整、属于本小程序，失效的请重新生成。",
    },
    en: {
      cause: "This link is not known; it may have expired.",
      fix: "Check that it is complete and this mini program's own; make a new one if it has expired.",
    },
    source: "sections 4 and 6.2",
  },
  {
    code: 85404,
    meaning: "link limit (exact meaning not documented)",
    class: "never",
    quotaUsed: "no",
    zh: {
      cause: "链接接口拒绝了请求，文档没有写明 85404 的含义。",
      fix: "查看错误原文，用 rid 到公众平台查询详情。",
    },
    en: {
      cause: "The link API refused the request; the meaning of 85404 is not documented.",
      fix: "Read the original message and look its rid up in the WeChat console.",
    },
    source: "section 4",
  },
  {
    code: 85405,
    meaning: "link query refused (exact meaning not documented)",
    class: "never",
    quotaUsed: "no",
    zh: {
      cause: "无法查询这条链接，它可能不属于本小程序。",
      fix: "确认链接由本小程序生成，再用 rid 查询详情。",
    },
    en: {
      cause: "This link cannot be queried; it may belong to another mini program.",
      fix: "Check that this mini program made it, then look up the rid.",
    },
    source: "sections 4 and 6.2",
  },
  {
    code: 85406,
    meaning: "daily visit limit",
    class: "next_day",
    quotaUsed: "no",
    zh: {
      cause: "今天的打开次数或查询次数用完了。",
      fix: "明天会恢复；活动量大时改用小程序码分流。",
    },
    en: {
      cause: "The day's openings or queries are used up.",
      fix: "It recovers tomorrow; for large campaigns share the load with codes.",
    },
    source: "sections 4 and 6.1",
  },
  {
    code: 85407,
    meaning: "link parameters refused (exact meaning not documented)",
    class: "never",
    quotaUsed: "no",
    zh: {
      cause: "链接参数被拒绝，文档没有写明 85407 的含义。",
      fix: "核对到期方式和页面参数，再用 rid 查询详情。",
    },
    en: {
      cause: "The parameters of the link were refused; the meaning of 85407 is not documented.",
      fix: "Check the kind of expiry and the page parameters, then look up the rid.",
    },
    source: "sections 4 and 6.1",
  },
  {
    code: 85408,
    meaning: "link parameters refused (exact meaning not documented)",
    class: "never",
    quotaUsed: "no",
    zh: {
      cause: "链接参数被拒绝，文档没有写明 85408 的含义。",
      fix: "核对路径、query 和版本，再用 rid 查询详情。",
    },
    en: {
      cause: "The parameters of the link were refused; the meaning of 85408 is not documented.",
      fix: "Check path, query and version, then look up the rid.",
    },
    source: "sections 4 and 6.1",
  },
];
