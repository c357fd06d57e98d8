import {
  codeAnswer,
  CODE_HEADERS,
  isWaiting,
  MINT_ANSWERS,
  requireMade,
} from "@/lib/api/codes/code-answer";
import { Code } from "@/lib/api/codes/code-view";
import { defineEndpoint } from "@/lib/api/endpoint";
import { IdParams } from "@/lib/api/schema";
import { getCode } from "@/lib/codes/get-code";
import { retryCode } from "@/lib/codes/retry-code";
import type { CodeDetail } from "@/lib/codes/schema";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";

export const retryCodeEndpoint = defineEndpoint({
  method: "post",
  path: "/codes/{id}/retry",
  operationId: "retryCode",
  tag: "Codes",
  scopes: ["codes:mint"],
  summary: "Ask WeChat again for a code that was refused or is unknown",
  description:
    "With the very same parameters. A code that is minted or under way is answered as it is: nothing is asked or spent.",
  params: IdParams,
  answer: Code,
  answerHeaders: CODE_HEADERS,
  otherAnswers: {
    202: { description: "It waits, or is under way: read it again.", schema: Code },
    ...MINT_ANSWERS,
  },
  once: "keyed",
  example: { params: { id: "refusedCode" } },
  async handle({ ctx, params, request }) {
    const code = await askAgain(ctx, params.id);
    requireMade(code, request);
    return { status: isWaiting(code) ? 202 : 200, ...codeAnswer(ctx, request, code) };
  },
});

/** So a repeat after a broken connection, or after a crash here, is as good as the first call. */
async function askAgain(ctx: Context, codeId: string): Promise<CodeDetail> {
  try {
    return (await retryCode(ctx, { codeId })).code;
  } catch (error) {
    if (!(error instanceof DomainError) || error.reason !== "codeNotRetryable") throw error;
    return getCode(ctx, { codeId });
  }
}
