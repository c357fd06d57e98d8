import type { ErrcodeRow } from "./errcode-row";

/** Refusals of the code APIs that lie in the request or in the account's count (sections 3 and 4). */
export const CODE_ERRCODES: readonly ErrcodeRow[] = [
  {
    code: 40097,
    meaning: "invalid args",
    class: "never",
    quotaUsed: "no",
    zh: {
      cause: "参数取值不对，多半是版本不是 release、trial 或 develop。",
      fix: "检查要打开的版本和其他参数后重新生成。",
    },
    en: {
      cause:
        "A parameter has a value WeChat does not take, most often a version other than release, trial or develop.",
      fix: "Check the version and the other parameters, then make the code again.",
    },
    source: "sections 3 and 4",
  },
  {
    code: 40129,
    meaning: "invalid scene",
    class: "never",
    quotaUsed: "no",
    zh: {
      cause: "scene 里有微信不允许的字符，比如中文、空格或 %。",
      fix: "只用数字、英文字母和 !#$&'()*+,/:;=?@-._~，长内容换成短编号。",
    },
    en: {
      cause:
        "The scene holds a character WeChat does not allow, such as a space, % or a Chinese character.",
      fix: "Use digits, English letters and !#$&'()*+,/:;=?@-._~ only; put a short id in place of long content.",
    },
    source: "sections 3 and 4",
  },
  {
    code: 40159,
    meaning: "invalid length for path, or the data is not json string",
    class: "never",
    quotaUsed: "no",
    zh: {
      cause: "路径为空或太长：小程序码最多 1024 个字符，方形二维码最多 128 字节。",
      fix: "缩短路径或参数；参数多时改用不限量的小程序码。",
    },
    en: {
      cause:
        "The path is empty or too long: 1024 characters for a round code, 128 bytes for a square one.",
      fix: "Shorten the path or its parameters, or make an unlimited code with a scene instead.",
    },
    source: "sections 3 and 4",
  },
  {
    code: 40169,
    meaning: "invalid length for scene, or the data is not json string",
    class: "never",
    quotaUsed: "no",
    zh: {
      cause: "scene 为空，或超过 32 个字符。",
      fix: "把 scene 改成 1 到 32 个字符，长参数用短编号代替。",
    },
    en: {
      cause: "The scene is empty or longer than 32 characters.",
      fix: "Use 1 to 32 characters; put a short id in place of long parameters.",
    },
    source: "sections 3 and 4",
  },
  {
    code: 40189,
    meaning: "invalid width",
    class: "never",
    quotaUsed: "no",
    zh: { cause: "图片宽度超出范围。", fix: "宽度填 280 到 1280 之间的整数。" },
    en: { cause: "The width is out of range.", fix: "Use a whole number from 280 to 1280." },
    source: "sections 3 and 4",
  },
  {
    code: 41030,
    meaning: "invalid page",
    class: "never",
    quotaUsed: "no",
    zh: {
      cause: "页面不在已发布的版本里；刚发布时微信也可能还没更新。",
      fix: "核对页面路径（开头不带 /，不带参数）并发布小程序；刚发布就等几分钟，或关闭「检查页面是否存在」。",
    },
    en: {
      cause:
        "The page is not in the published version; just after a release WeChat may not know it yet.",
      fix: "Check the path (no leading /, no query) and publish the page; after a release wait a few minutes, or switch off the page check.",
    },
    source: "sections 3 and 4",
  },
  {
    code: 43002,
    meaning: "require POST method",
    class: "never",
    quotaUsed: "no",
    zh: {
      cause: "请求不是 POST，多半是代理做了跳转。",
      fix: "检查接口地址是否为 https，出口代理有没有改写请求。",
    },
    en: {
      cause: "The request did not arrive as POST, most often because a proxy redirected it.",
      fix: "Check that the address begins with https and that no outgoing proxy rewrites requests.",
    },
    source: "section 4",
  },
  {
    code: 44002,
    meaning: "empty post data",
    class: "never",
    quotaUsed: "no",
    zh: { cause: "请求正文是空的，可能在中途丢了。", fix: "检查出口代理是否丢弃了请求正文。" },
    en: {
      cause: "The request arrived without a body; it may have been lost on the way.",
      fix: "Check whether an outgoing proxy drops request bodies.",
    },
    source: "section 4",
  },
  {
    code: 45029,
    meaning: "qrcode count out of limit",
    class: "stop_forever",
    quotaUsed: "no",
    zh: {
      cause: "这个小程序的 10 万个名额已经用完，终身有效，无法重置。",
      fix: "新码请改用不限量的小程序码（scene 方式）；已生成的码继续有效。",
    },
    en: {
      cause: "The 100,000 codes of this mini program are used up, for life, and cannot be reset.",
      fix: "Make new codes as unlimited codes with a scene; codes already made keep working.",
    },
    source: "sections 2.3 and 4",
  },
  {
    code: 45063,
    meaning: "not allowed to generate",
    class: "stop_forever",
    quotaUsed: "no",
    zh: {
      cause: "该账号不能生成小程序码，token 可能不属于小程序。",
      fix: "确认填写的 AppID 是小程序或小游戏。",
    },
    en: {
      cause: "This account may not make codes; the token may not belong to a mini program.",
      fix: "Check that the AppID is that of a mini program or mini game.",
    },
    source: "sections 3 and 4",
  },
  {
    code: 47001,
    meaning: "data format error",
    class: "never",
    quotaUsed: "no",
    zh: {
      cause: "请求里有参数类型不对，比如宽度或颜色写成了文字。",
      fix: "这通常是程序问题，请把错误信息里的 rid 交给技术人员。",
    },
    en: {
      cause: "A value in the request has the wrong type, such as a width sent as text.",
      fix: "This is most likely a fault in the software; give the rid in the message to its maintainers.",
    },
    source: "sections 2.4 and 4",
  },
  {
    code: 85079,
    meaning: "miniprogram has no online release",
    class: "stop_forever",
    quotaUsed: "no",
    zh: { cause: "小程序还没有发布过线上版本。", fix: "先在公众平台发布小程序，再生成。" },
    en: {
      cause: "The mini program has never been released.",
      fix: "Publish it in the WeChat console first.",
    },
    source: "section 4",
  },
  {
    code: 85096,
    meaning: "not allow include scancode_time field",
    class: "never",
    quotaUsed: "no",
    zh: { cause: "路径里带了 scancode_time，这个名字被微信保留了。", fix: "给这个参数换个名字。" },
    en: {
      cause: "The path contains scancode_time, a name WeChat keeps for itself.",
      fix: "Give that parameter another name.",
    },
    source: "sections 3 and 4",
  },
];
