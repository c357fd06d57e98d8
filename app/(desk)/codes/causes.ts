import { ENDPOINT_OF_KIND } from "@/lib/codes/call-wechat";
import type { CodeRow } from "@/lib/codes/list-codes";
import { describeFailure } from "@/lib/wechat-state/describe-failure";

/** Id of each code without a picture → what went wrong, in the reader's language. */
export function causesOf(rows: readonly CodeRow[], locale: string): Record<string, string> {
  const language = locale.startsWith("zh") ? "zh" : "en";
  return Object.fromEntries(
    rows.flatMap(({ id, kind, status, failureErrcode, failureWhy }) => {
      if (status === "minted" || failureWhy === null) return [];
      const { words } = describeFailure(
        { errcode: failureErrcode, why: failureWhy, message: "", rid: null, quotaUsed: "no" },
        ENDPOINT_OF_KIND[kind],
      );
      return [[id, words[language].cause]];
    }),
  );
}
