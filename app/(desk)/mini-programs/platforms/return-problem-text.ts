import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { findErrcode } from "@/lib/wechat/errcodes/find-errcode";

/** What the way back from WeChat's page may have ended with; anything else in the address is not quoted. */
export const ReturnProblem = z.object({
  problem: z.string(),
  errcode: z.coerce.number().int().optional().catch(undefined),
  request: z.uuid().optional().catch(undefined),
});

const PLAIN = ["authorizationStateInvalid", "authorizationForeign", "forbidden", "sandboxOff"];

/** Why nothing was connected, in the person's language. */
export async function returnProblemText(given: z.infer<typeof ReturnProblem>): Promise<string> {
  const { problem, errcode, request } = given;
  if (PLAIN.includes(problem)) {
    const tErrors = await getTranslations("errors");
    return tErrors(problem);
  }
  const t = await getTranslations("platforms.problem");
  if (problem === "wechatProblem" && errcode) {
    const isChinese = (await getLocale()) === "zh-CN";
    const { cause, fix } = findErrcode(errcode)[isChinese ? "zh" : "en"];
    return isChinese ? `${cause}${fix}` : `${cause} ${fix}`;
  }
  if (problem === "unexpected" && request) return t("unexpected", { requestId: request });
  return t("other");
}
