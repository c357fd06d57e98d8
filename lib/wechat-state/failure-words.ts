import type { CallFailure } from "@/lib/wechat-state/schema";

type Words = CallFailure["words"];

const words = (zhCause: string, zhFix: string, enCause: string, enFix: string): Words => ({
  zh: { cause: zhCause, fix: zhFix },
  en: { cause: enCause, fix: enFix },
});

const ASK_AGAIN = {
  zh: "用完全相同的参数再问一次微信；按微信的说法，重复生成不另计数。",
  en: "Ask WeChat again with the very same parameters; by WeChat's word a repeat is not counted twice.",
};
const unanswered = (zhCause: string, enCause: string) =>
  words(zhCause, ASK_AGAIN.zh, enCause, ASK_AGAIN.en);

/** The request never left: nothing was counted. */
export const NOT_SENT_WORDS: Record<string, Words> = {
  dns: words(
    "找不到微信接口的域名，请求没有发出。",
    "检查本机的 DNS 和网络，然后重试。",
    "The name of WeChat's server could not be resolved; nothing was sent.",
    "Check this machine's DNS and network, then try again.",
  ),
  refused: words(
    "对方拒绝连接，请求没有发出。",
    "沙箱小程序请确认沙箱在运行；真实小程序请检查网络和防火墙，然后重试。",
    "The connection was refused; nothing was sent.",
    "For the sandbox, see that it runs; for a real mini program check network and firewall, then try again.",
  ),
  tls: words(
    "与微信的加密连接没有建立，请求没有发出。",
    "检查本机时间和证书，以及中间有没有代理改写 HTTPS，然后重试。",
    "No secure connection to WeChat could be made; nothing was sent.",
    "Check this machine's clock and certificates, and whether a proxy rewrites HTTPS, then try again.",
  ),
  paused: words(
    "微信先前拒绝过这个小程序的调用，所以暂时不再打扰它，请求没有发出。",
    "打开小程序的页面看是什么原因、停到什么时候；问题解决后可以在那里解除暂停。",
    "An earlier refusal by WeChat holds this mini program's calls back, so nothing was sent.",
    "The mini program's page says why and until when; once that is put right, lift the pause there.",
  ),
  no_ticket: words(
    "第三方平台没有收到微信推送的 ticket，取不到 token，请求没有发出。",
    "到平台的页面请微信重新推送 ticket，并检查微信能不能访问接收推送的地址。",
    "The platform holds no ticket from WeChat, so no token could be had and nothing was sent.",
    "Ask WeChat for tickets on the platform's page, and check that WeChat can reach the push address.",
  ),
  withdrawn: words(
    "小程序没有授权给第三方平台，或已取消授权，请求没有发出。",
    "请小程序管理员在小程序的页面上重新授权。",
    "The mini program has not authorised the platform, or has withdrawn its consent; nothing was sent.",
    "Ask its administrator to authorise again from the mini program's page.",
  ),
  token_server: words(
    "公司的 token 服务器没有给出 token，请求没有发出。",
    "到小程序的页面测试 token 服务器，检查地址、请求头和取值路径。",
    "The company's token server gave no token, so nothing was sent.",
    "Test the token server on the mini program's page: its address, header and the paths into its answer.",
  ),
  no_token: words(
    "取 token 的请求没有得到能读懂的答复，所以没有去要码，额度没有用掉。",
    "多半很快会好；若一直这样，到小程序的页面检查凭据和网络。",
    "The request for a token got no readable answer, so no code was asked for and no quota used.",
    "It usually passes; if it does not, check credentials and network on the mini program's page.",
  ),
  invalid_request: words(
    "这个码的参数不合微信的规定，请求没有发出。",
    "对照小程序的类型（小程序还是小游戏）检查路径，改好参数后另铸一个。",
    "The parameters of this code break a rule of WeChat's, so nothing was sent.",
    "Check the path against the kind of the app, mini program or mini game, and mint another with the parameters mended.",
  ),
  declined: words(
    "另一位同事没有批准这个码，请求没有发出，额度已退回。",
    "在额度页看驳回的意见；改好后重试，会再申请一次批准。",
    "A colleague did not approve this code, so nothing was sent and its quota was given back.",
    "Their comment stands on the quota page; trying again asks for approval once more.",
  ),
  settled_counted: words(
    "结果一直未知，有人确认微信已经计数：额度已记为用掉。",
    "重试会用完全相同的参数再要一次图片，不再占用额度。",
    "The outcome stayed unknown and a person said that WeChat had counted it, so its quota is spent.",
    "Trying again asks for the picture with the very same parameters and uses no more quota.",
  ),
  settled_uncounted: words(
    "结果一直未知，有人确认微信没有计数：额度已退回。",
    "需要这个码时重试即可，会重新占用一个额度。",
    "The outcome stayed unknown and a person said that WeChat had not counted it, so its quota was given back.",
    "Try again when the code is needed; it will use one of the quota.",
  ),
  cancelled: words(
    "批次在轮到这个码之前就取消了，请求没有发出。",
    "仍然需要它时，单独重试这个码。",
    "The batch was cancelled before it came to this code, so nothing was sent.",
    "If it is still needed, try this code again on its own.",
  ),
};
const NOT_SENT_OTHER = words(
  "连不上微信，请求没有发出。",
  "检查网络后重试。",
  "WeChat could not be reached; nothing was sent.",
  "Check the network, then try again.",
);

/** The request left and no readable answer came: WeChat may have counted it. */
export const UNKNOWN_WORDS: Record<string, Words> = {
  timeout: unanswered("等微信的回答超时了。", "WeChat did not answer in time."),
  reset: unanswered("请求发出后连接断了。", "The connection broke after the request was sent."),
  truncated: unanswered("收到的图片不完整。", "The picture arrived incomplete."),
  html: unanswered(
    "收到的是网页，不是图片，多半来自中间的代理。",
    "A web page came back instead of a picture, most likely from a proxy in between.",
  ),
  empty: unanswered("收到的是空回答。", "The answer was empty."),
  http_5xx: unanswered("微信的服务器报错了。", "WeChat's server reported a fault."),
  too_large: unanswered("收到的内容大得不像一张码。", "The answer was far too large for a code."),
  not_a_picture: unanswered(
    "收到的内容不是能打开的图片。",
    "What came back cannot be opened as a picture.",
  ),
  wrong_size: unanswered("收到的图片尺寸不对。", "The picture that came back has the wrong size."),
  interrupted: unanswered(
    "等微信回答时，码台中断了（比如断电或重启）。",
    "Mintdesk was interrupted while waiting for WeChat, for instance by a power cut or a restart.",
  ),
  storage: words(
    "微信给了图片，但没能存下来。",
    "先腾出磁盘空间或恢复写权限，再用相同参数问一次微信。",
    "WeChat gave the picture but it could not be stored.",
    "Free disk space or make the data folder writable, then ask WeChat again with the same parameters.",
  ),
};
const UNKNOWN_OTHER = unanswered(
  "不知道微信有没有生成。",
  "It is not known whether WeChat made the code.",
);

/** Cause and fix for a failure without an errcode. */
export function failureWords(why: string, sent: boolean): Words {
  return sent ? (UNKNOWN_WORDS[why] ?? UNKNOWN_OTHER) : (NOT_SENT_WORDS[why] ?? NOT_SENT_OTHER);
}
