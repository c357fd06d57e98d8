import type { ErrcodeRow } from "./errcode-row";

/** Ordinary links turned into codes, QRCodeJump (sections 4 and 6.4). */
export const PLAIN_LINK_ERRCODES: readonly ErrcodeRow[] = [
  {
    code: 85066,
    meaning: "illegal prefix",
    class: "never",
    quotaUsed: "no",
    zh: { cause: "二维码规则的链接不合法。", fix: "规则要写完整：协议、已备案的域名和路径。" },
    en: {
      cause: "The address of the rule is not legal.",
      fix: "Write it whole: protocol, a domain with ICP filing, and path.",
    },
    source: "sections 4 and 6.4",
  },
  {
    code: 85068,
    meaning: "debug link is not below the rule",
    class: "never",
    quotaUsed: "no",
    zh: { cause: "测试链接不在规则之下。", fix: "测试链接要以规则地址开头。" },
    en: {
      cause: "The test link does not lie below the rule.",
      fix: "Let the test link begin with the address of the rule.",
    },
    source: "sections 4 and 6.4",
  },
  {
    code: 85069,
    meaning: "verification file check failed",
    class: "never",
    quotaUsed: "no",
    zh: { cause: "校验文件没有通过。", fix: "把校验文件放到规则所在目录，确认浏览器能直接打开。" },
    en: {
      cause: "The verification file was not found or is wrong.",
      fix: "Put it in the directory of the rule and check that a browser can open it.",
    },
    source: "sections 4 and 6.4",
  },
  {
    code: 85070,
    meaning: "this link may not be used",
    class: "never",
    quotaUsed: "no",
    zh: {
      cause: "该链接不允许设置二维码规则，可能在黑名单里，或主体是个人。",
      fix: "换一个域名，并确认小程序主体是企业、政府、媒体或其他组织。",
    },
    en: {
      cause:
        "No rule may be set for this link: it may be blocked, or the owner is a private person.",
      fix: "Use another domain, and check that the owner is a company, government, media or other organisation.",
    },
    source: "sections 4 and 6.4",
  },
  {
    code: 85071,
    meaning: "rule exists already",
    class: "never",
    quotaUsed: "no",
    zh: { cause: "这条规则已经添加过。", fix: "直接修改已有规则，不用重复添加。" },
    en: {
      cause: "This rule was added before.",
      fix: "Edit the existing rule in place of adding it again.",
    },
    source: "sections 4 and 6.4",
  },
  {
    code: 85072,
    meaning: "link is taken",
    class: "never",
    quotaUsed: "no",
    zh: {
      cause: "这个链接已被其他小程序占用。",
      fix: "换一个路径，或先在占用它的小程序里删除规则。",
    },
    en: {
      cause: "Another mini program holds this link.",
      fix: "Use another path, or delete the rule there first.",
    },
    source: "sections 4 and 6.4",
  },
  {
    code: 85073,
    meaning: "no room for more rules",
    class: "never",
    quotaUsed: "no",
    zh: { cause: "二维码规则已满。", fix: "删除不用的规则再添加，最多 100 条。" },
    en: {
      cause: "There is no room for more rules.",
      fix: "Delete rules that are not used; 100 is the most.",
    },
    source: "sections 4 and 6.4",
  },
  {
    code: 85074,
    meaning: "mini program not published",
    class: "never",
    quotaUsed: "no",
    zh: { cause: "小程序还没发布，不能发布二维码规则。", fix: "先发布小程序，再发布规则。" },
    en: {
      cause: "The mini program is not published, so the rule cannot be.",
      fix: "Publish the mini program first, then the rule.",
    },
    source: "sections 4 and 6.4",
  },
  {
    code: 85075,
    meaning: "private persons may not set rules",
    class: "stop_forever",
    quotaUsed: "no",
    zh: {
      cause: "个人主体的小程序不能设置二维码规则。",
      fix: "换用企业或组织主体的小程序，或改用小程序码。",
    },
    en: {
      cause: "A private person's mini program may not set rules.",
      fix: "Use a mini program owned by an organisation, or make a code instead.",
    },
    source: "sections 4 and 6.4",
  },
  {
    code: 85076,
    meaning: "domain has no ICP filing",
    class: "never",
    quotaUsed: "no",
    zh: { cause: "域名没有 ICP 备案。", fix: "先完成备案，或换一个已备案的域名。" },
    en: {
      cause: "The domain has no ICP filing.",
      fix: "File it first, or use a domain that is filed.",
    },
    source: "sections 4 and 6.4",
  },
  {
    code: 886000,
    meaning: "reach month publish limit",
    class: "never",
    quotaUsed: "no",
    zh: { cause: "本月发布规则的 100 次机会用完了。", fix: "下个月再发布。" },
    en: {
      cause: "The 100 rule publications of this month are used up.",
      fix: "Publish next month.",
    },
    source: "section 6.4",
  },
  {
    code: 886001,
    meaning: "system busy",
    class: "short_retry",
    quotaUsed: "no",
    zh: { cause: "微信系统繁忙，规则没有发布成功。", fix: "稍等几秒再发布。" },
    en: {
      cause: "WeChat is busy and the rule was not published.",
      fix: "Publish again in a few seconds.",
    },
    source: "section 6.4",
  },
];
