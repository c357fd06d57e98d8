import { DomainError } from "@/lib/core/errors";
import { describeFailure, recordFailure } from "@/lib/wechat-state/describe-failure";
import { isWechatApiError, isWechatError, isWechatNotSentError } from "@/lib/wechat/errors";
import type { WechatError } from "@/lib/wechat/errors";

/**
 * A call's answer, or an error a person can act on: cause and fix in both languages travel as
 * values, for which sentence fits only WeChat's answer says.
 */
export async function orWechatProblem<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (!isWechatError(error)) throw error;
    const { words } = describeFailure(recordFailure(error), error.endpoint);
    const ip = refusedIpOf(error);
    const values = {
      errcode: isWechatApiError(error) ? error.errcode : 0,
      zh: `${words.zh.cause}${words.zh.fix}${ip && `微信看到的地址是 ${ip}。`}`,
      en: `${words.en.cause} ${words.en.fix}${ip && ` The address WeChat saw is ${ip}.`}`,
    };
    const code = isWechatApiError(error) ? "wechat_refused" : "wechat_unreachable";
    throw new DomainError(code, "wechatProblem", values, undefined, { cause: error });
  }
}

/** The address to be put on a whitelist; empty when WeChat named none. */
function refusedIpOf(error: WechatError): string {
  return isWechatApiError(error) || isWechatNotSentError(error) ? (error.refusedIp ?? "") : "";
}
